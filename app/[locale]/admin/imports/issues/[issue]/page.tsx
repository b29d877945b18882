import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { IssueAnswers } from '@/components/exchange/issue-answers';
import { IssueFacts } from '@/components/exchange/issue-facts';
import { Page } from '@/components/layout/page';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { requireSignIn } from '@/lib/auth/session';
import { reopenIssueAction } from '@/lib/exchange/actions';
import { issueDetail, targets } from '@/lib/exchange/queries/issues';

type Props = { params: Promise<{ issue: string }>; searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('exchange'))('issue.title') };
}

export default async function ImportIssuePage({ params, searchParams }: Props) {
  const [{ issue: id }, { q: asked }] = await Promise.all([params, searchParams]);
  const viewer = await requireSignIn(`/admin/imports/issues/${encodeURIComponent(id)}`);
  const issue = await issueDetail(viewer, id);
  if (!issue) notFound();
  const q = typeof asked === 'string' ? asked.slice(0, 120) : '';
  const [t, found] = await Promise.all([getTranslations('exchange'), targets(viewer, issue.about, { q })]);
  const list = { label: t('issues.title'), href: '/admin/imports/issues' };
  const crumbs = [
    { label: t('home'), href: '/admin' },
    { label: t('title'), href: '/admin/imports' },
    list,
    { label: t(`reasons.${issue.reason}.short`) },
  ];
  return (
    <Page
      title={t(`reasons.${issue.reason}.short`)}
      lead={t(`reasons.${issue.reason}.long`)}
      breadcrumbs={<Breadcrumbs items={crumbs} />}
    >
      <IssueFacts issue={issue} />
      {issue.choice ? (
        <ActionForm action={reopenIssueAction} hidden={{ issueId: issue.id }}>
          <Notice tone="good" boxed title={t(`acts.${issue.choice.act}.done`)}>
            {issue.choice.targetLabel ? <p>{issue.choice.targetLabel}</p> : null}
            <p>{t('issue.remembered')}</p>
          </Notice>
          <SubmitButton kind="secondary">{t('issue.reopen')}</SubmitButton>
        </ActionForm>
      ) : (
        <IssueAnswers issue={issue} q={q} found={found} />
      )}
    </Page>
  );
}
