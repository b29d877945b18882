import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { sendInvitationsAction } from '@/lib/jury/actions/timetable';
import type { InvitationCounts } from '@/lib/jury/queries/invitations';

/** Who would be written to now; each receives a calendar file, and only of what changed for them. */
export function SendInvitations({
  stageId,
  counts,
  rehearsal,
}: {
  stageId: string;
  counts: InvitationCounts;
  rehearsal: boolean;
}) {
  const t = useTranslations('jury.invitations');
  const waiting = counts.invite + counts.update + counts.cancel;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{t('title')}</h2>
      {rehearsal ? <Notice>{t('rehearsal')}</Notice> : null}
      <p>{waiting ? t('waiting', counts) : counts.told ? t('everyone', { count: counts.told }) : t('nobody')}</p>
      {waiting && !rehearsal ? (
        <ActionForm action={sendInvitationsAction} hidden={{ stageId }}>
          <p className="quiet">{t('help')}</p>
          <SubmitButton>{t('send', { count: waiting })}</SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
