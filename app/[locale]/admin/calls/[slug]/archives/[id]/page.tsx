import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArchiveSheet } from '@/components/applications/archive-sheet';
import { CallCrumbs } from '@/components/calls/call-crumbs';
import { Page } from '@/components/layout/page';
import { archiveById } from '@/lib/applications/queries/archives';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ slug: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('archives'))('one.title') };
}

/** One archive: how far it is, or what it holds. */
export default async function ArchivePage({ params }: Props) {
  const { slug, id } = await params;
  const archive = await archiveById(await requireSignIn(`/admin/calls/${slug}/archives/${id}`), slug, id);
  if (!archive) notFound();
  const t = await getTranslations('archives');
  const path = [{ label: t('title'), href: `/admin/calls/${slug}/archives` }, { label: t('one.title') }];
  return (
    <Page
      title={t('one.title')}
      lead={t(`states.${archive.state}`)}
      breadcrumbs={<CallCrumbs call={archive.call} path={path} />}
    >
      <ArchiveSheet slug={slug} archive={archive} />
    </Page>
  );
}
