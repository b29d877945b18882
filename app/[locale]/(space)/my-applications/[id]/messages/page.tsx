import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MessageThread } from '@/components/applications/message-thread';
import { MyFileCrumbs } from '@/components/applications/my-file-crumbs';
import { SeenMark } from '@/components/applications/seen-mark';
import { WriteToTeam } from '@/components/applications/write-to-team';
import { Page } from '@/components/layout/page';
import { seeMessagesAction } from '@/lib/applications/actions/correspondence';
import { myApplication } from '@/lib/applications/queries';
import { pendingMessageFile } from '@/lib/applications/queries/attachments';
import { myMessages } from '@/lib/applications/queries/talk';
import { requireSignIn } from '@/lib/auth/session';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('correspondence'))('messages.mine') };
}

/** What the team wrote to those who made a file, and their answers. */
export default async function MyMessagesPage({ params, searchParams }: Props) {
  const [{ id }, { refused }] = [await params, await searchParams];
  const viewer = await requireSignIn(`/my-applications/${id}/messages`);
  const [t, file, messages, stopped] = await Promise.all([
    getTranslations('correspondence.messages'),
    myApplication(viewer, id),
    myMessages(viewer, id),
    pendingMessageFile(viewer, id),
  ]);
  if (!file || !messages) notFound();
  const unread = file.right !== 'view' && messages.some(({ side, seenAt }) => side === 'team' && !seenAt);
  return (
    <Page
      title={t('mine')}
      lead={file.title || file.call.title}
      width="narrow"
      breadcrumbs={<MyFileCrumbs file={file} here={t('mine')} />}
    >
      <MessageThread messages={messages} side="applicant" />
      {unread ? <SeenMark action={seeMessagesAction} applicationId={id} label={t('markRead')} /> : null}
      <WriteToTeam file={file} refused={refused} stopped={stopped} />
    </Page>
  );
}
