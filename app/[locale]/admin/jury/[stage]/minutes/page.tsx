import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MinutesSheet } from '@/components/jury/minutes-sheet';
import { SealedMinutes } from '@/components/jury/sealed-minutes';
import { StageFrame } from '@/components/jury/stage-frame';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Details } from '@/components/ui/disclosure';
import { Textarea } from '@/components/ui/textarea';
import { requireSignIn } from '@/lib/auth/session';
import { sealMinutesAction } from '@/lib/jury/actions/deliberation';
import { draftMinutes, minutesOfStage } from '@/lib/jury/queries/minutes';
import { stageDetail } from '@/lib/jury/queries/stages';

type Props = { params: Promise<{ stage: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('jury'))('nav.minutes') };
}

export default async function MinutesPage({ params }: Props) {
  const { stage: id } = await params;
  const viewer = await requireSignIn(`/admin/jury/${encodeURIComponent(id)}/minutes`);
  const stage = await stageDetail(viewer, id);
  const draft = stage && (await draftMinutes(viewer, stage));
  if (!stage || !draft) notFound();
  const t = await getTranslations('jury.minutes');
  const sealed = await minutesOfStage(viewer, stage);
  return (
    <StageFrame stage={stage} part="minutes" lead={t('lead')}>
      {sealed.map((minutes) => (
        <SealedMinutes key={minutes.id} minutes={minutes} viewerId={viewer.id} />
      ))}
      <div className={sealed.length ? 'print:hidden' : undefined}>
        <Details summary={sealed.length ? t('correct') : t('draft')} open={sealed.length === 0} wide>
          <MinutesSheet content={draft} />
          <ActionForm action={sealMinutesAction} hidden={{ stageId: stage.id }}>
            <Textarea name="remarks" label={t('remarks')} optional rows={4} />
            <p>{t('sealHelp')}</p>
            <SubmitButton>{t('seal')}</SubmitButton>
          </ActionForm>
        </Details>
      </div>
    </StageFrame>
  );
}
