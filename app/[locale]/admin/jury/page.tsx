import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StageList } from '@/components/jury/stage-list';
import { Page } from '@/components/layout/page';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { runsJury } from '@/lib/jury/policy';
import { stages } from '@/lib/jury/queries/stages';

export async function generateMetadata() {
  return { title: (await getTranslations('jury.admin'))('title') };
}

export default async function JuriesPage() {
  const viewer = await requireSignIn('/admin/jury');
  if (!runsJury(viewer)) notFound();
  const t = await getTranslations('jury.admin');
  const all = await stages(viewer);
  return (
    <Page
      title={t('title')}
      home="coordination"
      lead={t('lead')}
      width="wide"
      actions={
        <ButtonRow>
          <ButtonLink href="/admin/jury/new">{t('open')}</ButtonLink>
          <ButtonLink href="/admin/jury/rehearsal" kind="secondary">
            {t('rehearse')}
          </ButtonLink>
        </ButtonRow>
      }
    >
      {all.length ? (
        <StageList stages={all} now={systemClock()} />
      ) : (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      )}
    </Page>
  );
}
