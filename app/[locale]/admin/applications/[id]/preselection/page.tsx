import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DecidePreselection } from '@/components/applications/decide-preselection';
import { FileFrame } from '@/components/applications/file-frame';
import { GiveReaders } from '@/components/applications/give-readers';
import { HearingQuestions } from '@/components/applications/hearing-questions';
import { ReadingsTable } from '@/components/applications/readings-table';
import { fileDesk } from '@/lib/applications/queries/board';
import { examinedFile } from '@/lib/applications/queries/examined';
import { examinationOf, fileQuestions, fileReadings } from '@/lib/applications/queries/preselection';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { addDays, dayOf } from '@/lib/dates';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('tabs.preselection') };
}

/** Who reads a file before the jury, what they say of it, the questions for its hearing, and the decision. */
export default async function PreselectionPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}/preselection`);
  const file = await examinedFile(viewer, id);
  if (!file?.runs) notFound();
  const [t, desk, { lines, hidden }, questions, grid] = await Promise.all([
    getTranslations('intake'),
    fileDesk(viewer, file.call.id, systemClock),
    fileReadings(viewer, id),
    fileQuestions(viewer, id),
    examinationOf(viewer, file.call.id),
  ]);
  const due = addDays(dayOf(systemClock()), 7);
  const others = desk.readers.filter(({ name }) => lines.every((line) => line.reader !== name));
  return (
    <FileFrame file={file} desk={desk} current="preselection">
      <section aria-labelledby="readings" className="mt-6">
        <h2 id="readings">{t('preselection.title')}</h2>
        <ReadingsTable lines={lines} hidden={hidden} grid={grid} />
        <GiveReaders applicationId={id} people={others} proposedDue={due} open={lines.length === 0} />
      </section>
      <div className="mt-10 grid gap-x-12 gap-y-8 *:mt-0 *:min-w-0 xl:grid-cols-2">
        <HearingQuestions applicationId={id} questions={questions} proposedDue={due} />
        <section aria-labelledby="decide">
          <h2 id="decide">{t('preselection.decide')}</h2>
          <DecidePreselection file={file} />
        </section>
      </div>
    </FileFrame>
  );
}
