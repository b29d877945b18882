import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ResourceFilterLinks } from '@/components/support/resource-filters';
import { ResourceRows } from '@/components/support/resource-rows';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { dayOf } from '@/lib/dates';
import { mayPublishResource } from '@/lib/support/policy';
import { listResources } from '@/lib/support/queries/resources';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('resources.title') };
}

export default async function ResourcesPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/resources');
  const given = await searchParams;
  const one = (key: string) => (typeof given[key] === 'string' ? (given[key] as string) : undefined);
  const query = { q: one('q'), family: one('family'), phase: one('phase') };
  const [found, proposed] = await Promise.all([
    listResources(viewer, query),
    listResources(viewer, { proposed: true }),
  ]);
  const t = await getTranslations('support.resources');
  const today = dayOf(systemClock());
  return (
    <Page title={t('title')} lead={t('lead')} actions={<ButtonLink href="/resources/new">{t('propose')}</ButtonLink>}>
      <ResourceFilterLinks query={query} />
      {found.length === 0 ? (
        <EmptyState title={t('none')} action={<Link href="/resources">{t('lift')}</Link>}>
          {t('noneBody')}
        </EmptyState>
      ) : (
        <ResourceRows resources={found} today={today} />
      )}
      {proposed.length > 0 ? (
        <section aria-labelledby="proposals">
          <h2 id="proposals">{mayPublishResource(viewer) ? t('proposals') : t('myProposals')}</h2>
          <ResourceRows resources={proposed} today={today} />
        </section>
      ) : null}
      {mayPublishResource(viewer) ? <a href="/api/support/resources">{t('export')}</a> : null}
    </Page>
  );
}
