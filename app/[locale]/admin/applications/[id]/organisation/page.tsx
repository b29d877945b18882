import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FileCrumbs } from '@/components/applications/file-crumbs';
import { OrganisationPlaced } from '@/components/applications/organisation-placed';
import { PlaceOrganisation } from '@/components/applications/place-organisation';
import { Page } from '@/components/layout/page';
import { EmptyState } from '@/components/ui/panel';
import { fileOrganisation } from '@/lib/applications/queries/typed-organisations';
import { requireSignIn } from '@/lib/auth/session';
import { organisationOptions } from '@/lib/people/queries/organisations';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('typed-organisations'))('one') };
}

/** The administration of a file: what was typed, and the body of the directory it is. */
export default async function FileOrganisationPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireSignIn(`/admin/applications/${id}/organisation`);
  const file = await fileOrganisation(viewer, id);
  if (!file) notFound();
  const t = await getTranslations('typed-organisations');
  const bodies = file.known ? [] : await organisationOptions(viewer);
  return (
    <Page
      title={t('one')}
      lead={file.name ? t('typed', { name: file.name }) : undefined}
      breadcrumbs={<FileCrumbs file={file} page={t('one')} />}
    >
      {file.known ? (
        <OrganisationPlaced file={file} known={file.known} />
      ) : file.name ? (
        <PlaceOrganisation file={file} bodies={bodies} />
      ) : (
        <EmptyState title={t('nothing')} />
      )}
    </Page>
  );
}
