import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IntakeCrumbs } from '@/components/applications/intake-crumbs';
import { IntakePlaces } from '@/components/applications/intake-places';
import { TypedOrganisationTable } from '@/components/applications/typed-organisation-table';
import { Page } from '@/components/layout/page';
import { intakeCall } from '@/lib/applications/queries/intake';
import { typedOrganisations } from '@/lib/applications/queries/typed-organisations';
import { requireSignIn } from '@/lib/auth/session';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('typed-organisations'))('title') };
}

/** What the files of a call call their administration, where the directory does not know it. */
export default async function TypedOrganisationsPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/calls/${slug}/organisations`);
  const call = await intakeCall(viewer, slug);
  if (!call) notFound();
  const [t, typed] = await Promise.all([getTranslations('typed-organisations'), typedOrganisations(viewer, call.id)]);
  return (
    <Page title={t('title')} lead={t('lead')} breadcrumbs={<IntakeCrumbs call={call} file={t('title')} />} width="wide">
      <IntakePlaces path={`/admin/calls/${slug}`} current="organisations" />
      <TypedOrganisationTable typed={typed} />
    </Page>
  );
}
