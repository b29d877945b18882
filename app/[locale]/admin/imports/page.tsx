import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RunList } from '@/components/exchange/run-list';
import { SiteUpload } from '@/components/exchange/uploads';
import { Page } from '@/components/layout/page';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { EmptyState } from '@/components/ui/panel';
import { requireSignIn } from '@/lib/auth/session';
import { mayImport } from '@/lib/exchange/policy';
import { importRuns } from '@/lib/exchange/queries/runs';

type Props = { searchParams: Promise<{ refused?: string | string[]; detail?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('exchange'))('title') };
}

export default async function ImportsPage({ searchParams }: Props) {
  const viewer = await requireSignIn('/admin/imports');
  if (!mayImport(viewer)) notFound();
  const [t, runs, { refused, detail }] = await Promise.all([
    getTranslations('exchange'),
    importRuns(viewer),
    searchParams,
  ]);
  const reason = typeof refused === 'string' && t.has(`refusals.${refused}` as 'refusals.bomb') ? refused : null;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={<Breadcrumbs items={[{ label: t('home'), href: '/admin' }, { label: t('title') }]} />}
      actions={
        <ButtonLink kind="secondary" href="/admin/imports/issues">
          {t('issues.see')}
        </ButtonLink>
      }
    >
      {reason ? (
        <div role="alert">
          <Notice tone="bad" boxed title={t('refusedTitle')}>
            {t(`refusals.${reason}` as 'refusals.bomb', { detail: '' })}
            {typeof detail === 'string' && detail ? <p className="hint break-words">{detail.slice(0, 300)}</p> : null}
          </Notice>
        </div>
      ) : null}
      <SiteUpload />
      <h2 className="mt-12">{t('runs.title')}</h2>
      {runs.length > 0 ? <RunList runs={runs} /> : <EmptyState title={t('runs.none')}>{t('runs.noneHint')}</EmptyState>}
    </Page>
  );
}
