import { useTranslations } from 'next-intl';
import { MessageFile } from '@/components/applications/message-file';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { writeToTeamAction } from '@/lib/applications/actions/correspondence';
import type { PendingUpload } from '@/lib/applications/queries/attachments';

type Props = {
  file: { id: string; reference: string | null; right: string; call: { contactEmail: string } };
  refused: unknown;
  stopped: PendingUpload | null;
};

/** A message to the team, once the file was sent and for those who may write it; otherwise what can be done instead. */
export function WriteToTeam({ file, refused, stopped }: Props) {
  const t = useTranslations('correspondence.messages');
  if (!file.reference) return <Notice tone="info">{t('notSent', { email: file.call.contactEmail })}</Notice>;
  if (file.right === 'view') return <Notice tone="info">{t('readOnly')}</Notice>;
  return (
    <>
      <ActionForm action={writeToTeamAction} hidden={{ applicationId: file.id }} resetOnDone className="mt-8">
        <Textarea id="message-body" name="body" label={t('writeToTeam')} help={t('writeToTeamHelp')} rows={6} />
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
      <MessageFile applicationId={file.id} side="applicant" refused={refused} stopped={stopped} />
    </>
  );
}
