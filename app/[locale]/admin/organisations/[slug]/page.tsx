import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { EventTimeline } from '@/components/people/event-timeline';
import { MergeForm, OrganisationForm } from '@/components/people/organisation-form';
import { ContactDirectory } from '@/components/support/contact-directory';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/disclosure';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { eventsOf } from '@/lib/people/queries/events';
import { managedOrganisation, organisationOptions } from '@/lib/people/queries/organisations';
import { directoryOf } from '@/lib/support/queries/directory';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => managedOrganisation(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.name };
}

export default async function AdminOrganisationPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/organisations/${slug}`);
  const organisation = await load(slug);
  if (!organisation) notFound();
  const [t, options, contacts, events] = await Promise.all([
    getTranslations('people'),
    organisationOptions(viewer),
    directoryOf(viewer, organisation.id),
    eventsOf(viewer, { kind: 'organisation', id: organisation.id }),
  ]);
  const crumbs = [
    { label: t('admin.home'), href: '/admin' },
    { label: t('organisation.title'), href: '/admin/organisations' },
    { label: organisation.name },
  ];
  return (
    <Page
      title={organisation.name}
      breadcrumbs={<Breadcrumbs items={crumbs} />}
      actions={
        <ButtonLink kind="secondary" href={`/organisations/${slug}`}>
          {t('admin.see')}
        </ButtonLink>
      }
    >
      <OrganisationForm organisation={organisation} options={options} />
      <div className="mt-10">
        <Details summary={t('organisation.mergeTitle')}>
          <MergeForm organisation={organisation} options={options} />
        </Details>
      </div>
      <ContactDirectory contacts={contacts} />
      <EventTimeline events={events} />
    </Page>
  );
}
