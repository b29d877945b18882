import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ConflictList } from '@/components/jury/conflict-list';
import { StageFrame } from '@/components/jury/stage-frame';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { proposeConflictsAction } from '@/lib/jury/actions/coordinator';
import { openTitlesAction } from '@/lib/jury/actions/room';
import { conflicts } from '@/lib/jury/queries/assignment';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.conflicts') };
}

export default async function ConflictsPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/conflicts`);
  const stage = await stageDetail(viewer, id);
  if (!stage) notFound();
  const t = await getTranslations('jury.conflicts');
  const { titlesOpen } = stage.settings;
  const ties = await conflicts(viewer, stage);
  return (
    <StageFrame stage={stage} part="conflicts" lead={t('lead')}>
      <ActionForm action={proposeConflictsAction} hidden={{ stageId: stage.id }}>
        <p className="quiet">{t('searchHelp')}</p>
        <SubmitButton kind="secondary">{t('search')}</SubmitButton>
      </ActionForm>
      <ActionForm action={openTitlesAction} hidden={{ stageId: stage.id, open: titlesOpen ? 'no' : 'yes' }}>
        <p className="quiet mt-6">{t(titlesOpen ? 'titlesOpen' : 'titlesClosed')}</p>
        <SubmitButton kind="secondary">{t(titlesOpen ? 'closeTitles' : 'openTitles')}</SubmitButton>
      </ActionForm>
      {ties.length ? (
        <ConflictList stageId={stage.id} conflicts={ties} />
      ) : (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      )}
    </StageFrame>
  );
}
