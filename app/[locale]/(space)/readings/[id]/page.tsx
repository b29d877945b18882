import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReadingForm } from '@/components/applications/reading-form';
import { ReadingsTable } from '@/components/applications/readings-table';
import { SentAnswers } from '@/components/applications/sent-answers';
import { SentReading } from '@/components/applications/sent-reading';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Deadline } from '@/components/ui/time';
import { fileScans } from '@/lib/applications/queries/attachments';
import { fileReadings, myReading } from '@/lib/applications/queries/preselection';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('correspondence'))('readings.mine') };
}

/** A file given to read for pre-selection: what was sent on one side, one's own grid on the other. */
export default async function ReadingPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/readings/${id}`);
  const reading = await myReading(viewer, id);
  if (!reading) notFound();
  const { file, grid, sentAt } = reading;
  const [t, { lines }, scans] = await Promise.all([
    getTranslations('correspondence.readings'),
    sentAt ? fileReadings(viewer, file.id) : { lines: [] },
    fileScans(viewer, file.id),
  ]);
  const open = file.state === 'submitted' || file.state === 'eligible';
  return (
    <Page
      title={file.title}
      lead={[file.organisationName, file.reference].filter(Boolean).join(' · ')}
      width="wide"
      breadcrumbs={<Breadcrumbs items={[{ label: t('list'), href: '/readings' }, { label: file.title }]} />}
    >
      <div className="mt-6 grid gap-x-12 gap-y-8 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <SentAnswers {...reading} scans={scans} />
        </div>
        <aside
          aria-label={t('mine')}
          className="lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:self-start lg:overflow-y-auto lg:pe-2"
        >
          <h2>{t('mine')}</h2>
          {sentAt ? <SentReading readingId={id} sentAt={sentAt} open={open} /> : null}
          {!sentAt && reading.dueAt ? <Deadline date={reading.dueAt} zone={file.call.timeZone} /> : null}
          {!sentAt && open ? <ReadingForm reading={reading} grid={grid} /> : null}
          {sentAt ? <ReadingsTable lines={lines} hidden={false} grid={grid} readOnly /> : null}
        </aside>
      </div>
    </Page>
  );
}
