import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RunCounts } from '@/components/exchange/run-counts';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { applyImportAction } from '@/lib/exchange/actions';
import { importRun } from '@/lib/exchange/queries/runs';

type Props = { params: Promise<{ run: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations('exchange'))('run.title') };
}

export default async function ImportPage({ params }: Props) {
  const { run: id } = await params;
  const viewer = await requireSignIn(`/admin/imports/${encodeURIComponent(id)}`);
  const run = await importRun(viewer, id);
  if (!run) notFound();
  const t = await getTranslations('exchange');
  const crumbs = [
    { label: t('home'), href: '/admin' },
    { label: t('title'), href: '/admin/imports' },
    { label: run.name },
  ];
  return (
    <Page
      title={run.name}
      lead={t(`run.${run.state}`, { dialect: t(`dialects.${run.dialect as 'jekyll-2018'}`) })}
      breadcrumbs={<Breadcrumbs items={crumbs} />}
    >
      <RunCounts report={run.report} />
      <Notice tone={run.open > 0 ? 'time' : 'good'} title={t('run.open', { count: run.open })}>
        {run.open > 0 ? t('run.openHelp') : t('run.noneHelp')}
      </Notice>
      <ButtonLink kind="secondary" href="/admin/imports/issues">
        {t('issues.see')}
      </ButtonLink>
      {run.canApply ? (
        <ActionForm action={applyImportAction} hidden={{ runId: run.id }} className="mt-8">
          <h2>{t('run.applyTitle')}</h2>
          <p className="quiet">{t('run.applyHelp')}</p>
          <SubmitButton>{t('run.apply')}</SubmitButton>
        </ActionForm>
      ) : null}
    </Page>
  );
}
