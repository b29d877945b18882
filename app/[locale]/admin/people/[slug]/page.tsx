import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Page } from '@/components/layout/page';
import { EventTimeline } from '@/components/people/event-timeline';
import { ManagedRoles, PersonFacts } from '@/components/people/managed-roles';
import { GiveRole } from '@/components/people/role-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { currentViewer, requireSignIn } from '@/lib/auth/session';
import { eventsOf } from '@/lib/people/queries/events';
import { managedPerson } from '@/lib/people/queries/managed';
import { listCohorts } from '@/lib/programme/queries';

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => managedPerson(await currentViewer(), slug));

export async function generateMetadata({ params }: Props) {
  return { title: (await load((await params).slug))?.name };
}

export default async function AdminPersonPage({ params }: Props) {
  const { slug } = await params;
  const viewer = await requireSignIn(`/admin/people/${slug}`);
  const [person, t, cohorts] = await Promise.all([load(slug), getTranslations('people'), listCohorts(viewer)]);
  if (!person) notFound();
  const events = await eventsOf(viewer, { kind: 'person', id: person.id });
  const crumbs = [
    { label: t('admin.home'), href: '/admin' },
    { label: t('list.title'), href: '/admin/people' },
    { label: person.name },
  ];
  return (
    <Page
      title={person.name}
      lead={person.headline || undefined}
      breadcrumbs={<Breadcrumbs items={crumbs} />}
      actions={
        <ButtonLink kind="secondary" href={`/people/${slug}`}>
          {t('admin.see')}
        </ButtonLink>
      }
    >
      <PersonFacts person={person} />
      <h2>{t('admin.columns.roles')}</h2>
      <ManagedRoles person={person} />
      {person.email ? (
        <GiveRole
          cohorts={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
          hidden={{ email: person.email, back: `/admin/people/${slug}` }}
        />
      ) : null}
      <EventTimeline events={events} />
    </Page>
  );
}
