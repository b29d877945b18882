import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { PersonList } from '@/components/people/person-list';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { SearchForm } from '@/components/ui/search-form';
import { FilterLinks } from '@/components/ui/tabs-nav';
import { currentViewer } from '@/lib/auth/session';
import { listPeople, PAGE } from '@/lib/people/queries';
import { PeopleFilters, peopleHref, SHOWN_KINDS } from '@/lib/people/search';
import { listCohorts } from '@/lib/programme/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('list.title') };
}

export default async function PeoplePage({ searchParams }: Props) {
  const [t, viewer, query] = await Promise.all([getTranslations('people'), currentViewer(), searchParams]);
  const filters = PeopleFilters.parse(query);
  const [{ people, total }, cohorts] = await Promise.all([listPeople(viewer, filters), listCohorts(viewer)]);
  const toggle = (key: 'kind' | 'cohort', value: string, label: string) => ({
    href: peopleHref(filters, { [key]: filters[key] === value ? '' : value }),
    label,
    current: filters[key] === value,
  });
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/' }, { label: t('list.title') }]} />}
    >
      <SearchForm
        label={t('list.search')}
        submit={t('list.submit')}
        defaultValue={filters.q}
        hidden={{ kind: filters.kind, cohort: filters.cohort }}
      />
      <FilterLinks
        label={t('list.role')}
        options={SHOWN_KINDS.map((kind) => toggle('kind', kind, t(`roles.${kind}.plural`, { count: 2 })))}
      />
      <FilterLinks
        label={t('list.cohort')}
        options={cohorts.map((cohort) => toggle('cohort', cohort.slug, cohort.name))}
      />
      <p className="my-6 font-semibold" role="status">
        {t('list.found', { count: total })}
      </p>
      {people.length ? <PersonList people={people} /> : <EmptyState title={t('list.none')} />}
      <Pagination page={filters.page} pageSize={PAGE} total={total} href={(page) => peopleHref(filters, { page })} />
    </Page>
  );
}
