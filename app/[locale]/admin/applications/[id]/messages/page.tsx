import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AskCorrection } from '@/components/applications/ask-correction';
import { CorrectionLines } from '@/components/applications/correction-lines';
import { FileFrame } from '@/components/applications/file-frame';
import { FileMessages } from '@/components/applications/file-messages';
import { pendingMessageFile } from '@/lib/applications/queries/attachments';
import { fileDesk } from '@/lib/applications/queries/board';
import { fileCorrections } from '@/lib/applications/queries/corrections';
import { examinedFile } from '@/lib/applications/queries/examined';
import { fileMessages } from '@/lib/applications/queries/talk';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { addDays, dayOf } from '@/lib/dates';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('tabs.messages') };
}

/** What the team and the applicant say to each other about a file, and the corrections asked for. */
export default async function FileMessagesPage({ params, searchParams }: Props) {
  const [{ id }, { refused }] = [await params, await searchParams];
  const viewer = await requireSignIn(`/admin/applications/${id}/messages`);
  const file = await examinedFile(viewer, id);
  if (!file) notFound();
  const [t, desk, messages, corrections, stopped] = await Promise.all([
    getTranslations('correspondence.corrections'),
    fileDesk(viewer, file.call.id, systemClock),
    fileMessages(viewer, id),
    fileCorrections(viewer, id),
    pendingMessageFile(viewer, id),
  ]);
  const definition = file.sent?.definition;
  const asking = { applicationId: id, timeZone: file.call.timeZone, proposedDue: addDays(dayOf(systemClock()), 7) };
  return (
    <FileFrame file={file} desk={desk} current="messages">
      <div className="mt-6 grid gap-x-12 gap-y-8 *:mt-0 *:min-w-0 xl:grid-cols-2">
        <FileMessages applicationId={id} owed={file.next === 'answer_message'} {...{ messages, refused, stopped }} />
        <section aria-labelledby="corrections">
          <h2 id="corrections">{t('title')}</h2>
          {definition && !file.openCorrection && !file.call.published ? (
            <AskCorrection definition={definition} {...asking} />
          ) : null}
          {definition ? <CorrectionLines applicationId={id} definition={definition} lines={corrections} /> : null}
        </section>
      </div>
    </FileFrame>
  );
}
