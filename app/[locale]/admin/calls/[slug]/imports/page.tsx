import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { FilesRuns } from '@/components/exchange/files-runs';
import { FilesUpload } from '@/components/exchange/uploads';
import { Page } from '@/components/layout/page';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { filesImports, importableCall } from '@/lib/exchange/queries/files';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ refused?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('intake-import'))('title') };
}

/** Files from elsewhere, brought into a call. */
export default async function FilesImportsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/imports`);
  const call = await importableCall(viewer, slug);
  if (!call) notFound();
  const [t, runs, { refused }] = await Promise.all([
    getTranslations('intake-import'),
    filesImports(viewer, call.id),
    searchParams,
  ]);
  const reason = typeof refused === 'string' && t.has(`refusals.${refused}` as 'refusals.empty') ? refused : null;
  return (
    <Page title={t('title')} lead={t('lead')} breadcrumbs={<CallCrumbs call={call} path={[{ label: t('title') }]} />}>
      {reason ? (
        <div role="alert">
          <Notice tone="bad" boxed title={t('refusedTitle')}>
            {t(`refusals.${reason}` as 'refusals.empty')}
          </Notice>
        </div>
      ) : null}
      <h2>{t('upload.title')}</h2>
      <FilesUpload slug={slug} />
      <h2 className="mt-12">{t('list')}</h2>
      <FilesRuns slug={slug} runs={runs} />
    </Page>
  );
}
