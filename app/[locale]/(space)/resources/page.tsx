import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { LibraryLinks } from '@/components/support/library-import';
import { ResourceFilterLinks } from '@/components/support/resource-filters';
import { Proposals, ResourceRows } from '@/components/support/resource-rows';
import { SupportTabs } from '@/components/support/support-tabs';
import { ButtonLink } from '@/components/ui/button';
import { queryHref } from '@/components/ui/href';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { mayPublishResource } from '@/lib/support/policy';
import { listResources, RESOURCES_PAGE } from '@/lib/support/queries/resources';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('resources.title') };
}

export default async function ResourcesPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/resources');
  const given = await searchParams;
  const one = (key: string) => (typeof given[key] === 'string' ? (given[key] as string) : undefined);
  const query = { q: one('q'), family: one('family'), phase: one('phase'), role: one('role') };
  const page = Math.max(1, Math.min(1_000, Number(one('page')) || 1));
  const [found, proposed] = await Promise.all([
    listResources(viewer, query, page),
    listResources(viewer, { proposed: true }),
  ]);
  const t = await getTranslations('support.resources');
  const today = dayOf(systemClock());
  const propose = <ButtonLink href="/resources/new">{t('propose')}</ButtonLink>;
  return (
    <Page title={t('title')} home="today" lead={t('lead')} actions={propose}>
      <SupportTabs viewer={viewer} current="resources" />
      <ResourceFilterLinks query={query} />
      {found.length === 0 ? (
        <EmptyState title={t('none')} action={<Link href="/resources">{t('lift')}</Link>}>
          {t('noneBody')}
        </EmptyState>
      ) : (
        <>
          <ResourceRows resources={found} today={today} />
          <Pagination
            page={page}
            pageSize={RESOURCES_PAGE}
            total={found[0]?.total ?? 0}
            href={(number) => `/resources${queryHref(query, { page: String(number) })}`}
          />
        </>
      )}
      <Proposals resources={proposed} today={today} publishes={mayPublishResource(viewer)} />
      {mayPublishResource(viewer) ? <LibraryLinks /> : null}
    </Page>
  );
}
