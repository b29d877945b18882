import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FileFrame } from '@/components/applications/file-frame';
import { FileTools } from '@/components/applications/file-tools';
import { HistoryLines } from '@/components/applications/history-lines';
import { Notes } from '@/components/applications/notes';
import { SentAnswers } from '@/components/applications/sent-answers';
import { EmptyState } from '@/components/ui/panel';
import { fileDesk } from '@/lib/applications/queries/board';
import { examinedFile } from '@/lib/applications/queries/examined';
import { fileMargin } from '@/lib/applications/queries/margin';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('file') };
}

/** The file: what was sent on one side; what the team says of it and what happened to it on the other. */
export default async function IntakeFilePage({ params }: Props) {
  const { locale, id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}`);
  const file = await examinedFile(viewer, id);
  if (!file) notFound();
  const [t, desk, { notes, people, history, similar }] = await Promise.all([
    getTranslations('intake'),
    fileDesk(viewer, file.call.id, systemClock),
    fileMargin(viewer, id),
  ]);
  const { sent, scans } = file;
  return (
    <FileFrame file={file} desk={desk} current="answers">
      <div className="mt-6 grid gap-x-12 gap-y-8 *:min-w-0 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <p className="no-print">
            {sent && file.runs ? <a href={`/${locale}/admin/applications/${id}/pdf`}>{t('export.pdf')}</a> : null}
          </p>
          {sent ? <SentAnswers {...sent} scans={scans} /> : <EmptyState title={t('neverSent')} />}
        </div>
        <aside aria-label={t('beside')}>
          <Notes applicationId={id} notes={notes} people={people} />
          <h2>{t('story')}</h2>
          <HistoryLines lines={history} />
          {file.runs ? <FileTools viewer={viewer} id={id} similar={similar} /> : null}
        </aside>
      </div>
    </FileFrame>
  );
}
