import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DraftTable } from '@/components/applications/draft-table';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { IntakePlaces } from '@/components/applications/intake-places';
import { Page } from '@/components/layout/page';
import { Pagination } from '@/components/ui/pagination';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { draftsOf } from '@/lib/applications/queries/desk';
import { intakeCall } from '@/lib/applications/queries/intake';
import { requireSignIn } from '@/lib/auth/session';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: (await getTranslations('intake'))('places.drafts') };
}

/** The drafts of a call: that they exist and how far they went; what they say is their authors’ alone. */
export default async function DraftsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/drafts`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const { page } = IntakeFilters.parse(await searchParams);
  const [t, { lines, total }] = await Promise.all([getTranslations('intake'), draftsOf(viewer, call.id, page)]);
  const path = `/admin/calls/${slug}`;
  return (
    <Page
      title={t('places.drafts')}
      lead={t('drafts.lead')}
      breadcrumbs={<IntakeCrumbs call={call} file={t('places.drafts')} />}
      width="wide"
    >
      <IntakePlaces path={path} current="drafts" drafts={total} />
      <DraftTable lines={lines} total={total} />
      <Pagination page={page} pageSize={50} total={total} href={(to) => `${path}/drafts?page=${to}`} />
    </Page>
  );
}
