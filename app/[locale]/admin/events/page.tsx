import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { EventTimeline } from '@/components/people/event-timeline';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { requireSignIn } from '@/lib/auth/session';
import { EventFilters, eventsHref } from '@/lib/people/event-filters';
import { eventNouns, listEvents, PAGE } from '@/lib/people/queries/events';
import { isCoordinator } from '@/lib/viewer';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('events.title') };
}

export default async function EventsPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/events');
  if (!isCoordinator(viewer)) notFound();
  const filters = EventFilters.parse(await searchParams);
  const [t, events, nouns] = await Promise.all([
    getTranslations('people'),
    listEvents(viewer, filters),
    eventNouns(viewer),
  ]);
  const noun = (name: string) => (t.has(`events.nouns.${name}`) ? t(`events.nouns.${name}`) : name);
  return (
    <Page
      title={t('events.title')}
      lead={t('events.lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('admin.home'), href: '/admin' }, { label: t('events.title') }]} />}
    >
      <FilterLinks
        label={t('events.about')}
        options={nouns.map((name) => ({
          href: eventsHref({ ...filters, before: '', noun: filters.noun === name ? '' : name }),
          label: noun(name),
          current: filters.noun === name,
        }))}
      />
      {events.length ? <EventTimeline events={events} open /> : <EmptyState title={t('events.none')} />}
      {events.length === PAGE ? (
        <ButtonLink kind="secondary" href={eventsHref({ ...filters, before: events.at(-1)?.id ?? '' })}>
          {t('events.older')}
        </ButtonLink>
      ) : null}
    </Page>
  );
}
