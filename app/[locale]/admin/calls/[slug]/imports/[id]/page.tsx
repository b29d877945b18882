import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { FilesSteps } from '@/components/exchange/files-steps';
import { Page } from '@/components/layout/page';
import { requireSignIn } from '@/lib/auth/session';
import { namedAttachments } from '@/lib/exchange/queries/attachments';
import { filesImport, importableCall, openedImport } from '@/lib/exchange/queries/files';

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<{ refused?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('intake-import'))('title') };
}

/** One import: its questions mapped, its report, then applied. */
export default async function FilesImportPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/imports/${id}`);
  const [call, run] = await Promise.all([importableCall(viewer, slug), filesImport(viewer, slug, id)]);
  if (!call || !run) notFound();
  const [t, opened, attachments, { refused }] = await Promise.all([
    getTranslations('intake-import'),
    openedImport(viewer, call, run),
    run.state === 'applied' && run.kind === 'demarches' ? namedAttachments(viewer, call.id) : [],
    searchParams,
  ]);
  const path = [{ label: t('title'), href: `/admin/calls/${slug}/imports` }, { label: run.name }];
  const lead = `${t(`kinds.${run.kind}`)}. ${t(`states.${run.state}`)}.`;
  return (
    <Page title={run.name} lead={lead} breadcrumbs={<CallCrumbs call={call} path={path} />}>
      <FilesSteps {...{ call, run, opened, attachments }} refused={typeof refused === 'string' ? refused : undefined} />
    </Page>
  );
}
