import { useTranslations } from 'next-intl';
import { MessageFile } from '@/components/applications/message-file';
import { MessageThread } from '@/components/applications/message-thread';
import { SeenMark } from '@/components/applications/seen-mark';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Textarea } from '@/components/ui/textarea';
import {
  seeMessagesAction,
  settleMessagesAction,
  writeToApplicantAction,
} from '@/lib/applications/actions/correspondence';
import type { PendingUpload } from '@/lib/applications/queries/attachments';
import type { Message } from '@/lib/applications/queries/talk';

type Props = {
  applicationId: string;
  messages: Message[];
  owed: boolean;
  refused: unknown;
  stopped: PendingUpload | null;
};

/** What was said with those who made the file, and what can be said next. */
export function FileMessages({ applicationId, messages, owed, refused, stopped }: Props) {
  const t = useTranslations('correspondence.messages');
  const unread = messages.some(({ side, seenAt }) => side === 'applicant' && !seenAt);
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t('title')}</h2>
      <MessageThread messages={messages} side="team" />
      {unread ? <SeenMark action={seeMessagesAction} applicationId={applicationId} label={t('markRead')} /> : null}
      <ActionForm action={writeToApplicantAction} hidden={{ applicationId }} resetOnDone>
        <Textarea id="message-body" name="body" label={t('write')} help={t('writeHelp')} rows={5} />
        <SubmitButton>{t('send')}</SubmitButton>
      </ActionForm>
      <MessageFile applicationId={applicationId} side="team" refused={refused} stopped={stopped} />
      {owed ? (
        <ActionForm action={settleMessagesAction} hidden={{ applicationId }} className="mt-4">
          <SubmitButton kind="quiet">{t('settle')}</SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}
