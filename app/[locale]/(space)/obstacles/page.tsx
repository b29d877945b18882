import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/layout/page';
import { ObstacleFilterLinks } from '@/components/support/obstacle-filters';
import { ObstacleRows } from '@/components/support/obstacle-rows';
import { SupportTabs } from '@/components/support/support-tabs';
import { ButtonLink } from '@/components/ui/button';
import { queryHref } from '@/components/ui/href';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { systemClock } from '@/lib/clock';
import { isMember } from '@/lib/support/policy';
import { obstaclesFor, PAGE } from '@/lib/support/queries/obstacles';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('obstacles.title') };
}

export default async function ObstaclesPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/obstacles');
  if (!isMember(viewer)) notFound();
  const given = await searchParams;
  const one = (key: string) => (typeof given[key] === 'string' ? (given[key] as string) : undefined);
  const query = { state: one('state'), family: one('family'), challenge: one('challenge') };
  const page = Math.max(1, Math.min(1_000, Number(one('page')) || 1));
  const found = await obstaclesFor(viewer, { ...query, state: query.state === 'resolved' ? 'resolved' : 'open' }, page);
  const t = await getTranslations('support.obstacles');
  const href = query.challenge ? `/obstacles/new?challenge=${query.challenge}` : '/obstacles/new';
  const log = <ButtonLink href={href}>{t('log')}</ButtonLink>;
  return (
    <Page title={t('title')} home="today" lead={t('lead')} actions={log}>
      <SupportTabs viewer={viewer} current="obstacles" />
      <p className="my-3">
        <Link href="/obstacles/new?audience=coordination">{t('private')}</Link>
      </p>
      <ObstacleFilterLinks query={query} />
      {found.rows.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
      ) : (
        <>
          <ObstacleRows obstacles={found.rows} now={systemClock()} />
          <Pagination
            page={page}
            pageSize={PAGE}
            total={found.total}
            href={(number) => `/obstacles${queryHref(query, { page: String(number) })}`}
          />
        </>
      )}
    </Page>
  );
}
