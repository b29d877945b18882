import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FileDesk } from '@/components/applications/file-desk';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { UndoBar } from '@/components/applications/undo-bar';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { TabsNav } from '@/components/ui/tabs-nav';
import type { FileDesk as Desk } from '@/lib/applications/queries/board';
import type { ExaminedFile } from '@/lib/applications/queries/examined';

const TABS = ['answers', 'messages', 'eligibility', 'preselection', 'history'] as const;
type Props = {
  file: ExaminedFile;
  desk: Desk;
  current: (typeof TABS)[number];
  children: ReactNode;
};

/** The frame of every page about a file: what it is, where it stands, who has it, and its parts. */
export function FileFrame({ file, desk, current, children }: Props) {
  const t = useTranslations('intake');
  const mine = useTranslations('instructors.mine');
  const base = `/admin/applications/${file.id}`;
  const counts: Partial<Record<(typeof TABS)[number], number>> = {
    messages: file.unread + (file.openCorrection ? 1 : 0),
    preselection: file.readings.given,
  };
  return (
    <Page
      title={file.title || t('table.untitled')}
      lead={[file.organisation, file.reference].filter(Boolean).join(' · ')}
      breadcrumbs={
        file.runs ? (
          <IntakeCrumbs call={file.call} file={file.reference ?? t('file')} />
        ) : (
          <Breadcrumbs items={[{ label: mine('title'), href: '/examining' }, { label: file.reference ?? t('file') }]} />
        )
      }
      width="wide"
    >
      <FileDesk file={file} people={desk.people} />
      <UndoBar act={desk.act} />
      <TabsNav
        label={t('tabs.label')}
        tabs={TABS.filter((tab) => file.runs || tab !== 'preselection').map((tab) => ({
          href: tab === 'answers' ? base : `${base}/${tab}`,
          label: t(`tabs.${tab}`),
          count: counts[tab] || undefined,
          current: tab === current,
        }))}
      />
      {children}
    </Page>
  );
}
