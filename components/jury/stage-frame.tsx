import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RehearsalNotice } from '@/components/jury/rehearsal-notice';
import { type Part, partHref, StageParts } from '@/components/jury/stage-parts';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';

type Props = {
  stage: { id: string; name: string; call: string; settings?: { rehearsal: boolean } };
  part: Part;
  title?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of a stage: where it stands, its parts as tabs, one title. */
export function StageFrame({ stage, part, title, lead, actions, children }: Props) {
  const t = useTranslations('jury');
  const name = title ?? t(`nav.${part}`);
  return (
    <Page
      width="wide"
      title={part === 'overview' && !title ? stage.name : name}
      lead={lead}
      actions={actions}
      breadcrumbs={
        <Breadcrumbs
          items={[
            { label: t('admin.title'), href: '/admin/jury' },
            { label: `${stage.name} · ${stage.call}`, href: partHref(stage.id, 'overview') },
            { label: name },
          ]}
        />
      }
    >
      <StageParts stageId={stage.id} current={part} />
      {stage.settings?.rehearsal ? <RehearsalNotice stageId={stage.id} /> : null}
      {children}
    </Page>
  );
}
