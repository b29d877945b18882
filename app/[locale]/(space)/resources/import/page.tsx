import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { LibraryDryRun, LibraryReport, LibraryUpload } from '@/components/support/library-import';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireSignIn } from '@/lib/auth/session';
import { mayPublishResource } from '@/lib/support/policy';
import { dryRun } from '@/lib/support/queries/library';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('support.library'))('title') };
}

/** A zipped folder of Markdown: what it would do first, then doing it. */
export default async function ImportLibraryPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/resources/import');
  if (!mayPublishResource(viewer)) notFound();
  const { file, refused, applied } = await searchParams;
  const fileId = typeof file === 'string' ? file : '';
  const run = fileId ? await dryRun(viewer, fileId) : null;
  const t = await getTranslations('support');
  return (
    <Page
      title={t('library.title')}
      lead={t('library.lead')}
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('resources.title'), href: '/resources' }, { label: t('library.title') }]} />
      }
    >
      <LibraryReport applied={String(applied ?? '')} />
      {run ? <LibraryDryRun fileId={fileId} name={run.name} lines={run.lines} /> : null}
      {fileId && !run ? <p className="lead">{t('library.gone')}</p> : null}
      <LibraryUpload refused={String(refused ?? '')} />
    </Page>
  );
}
