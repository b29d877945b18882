import { useTranslations } from 'next-intl';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/panel';
import { SearchForm } from '@/components/ui/search-form';
import { resolveIssueAction } from '@/lib/exchange/actions';
import type { About, Reason } from '@/lib/exchange/issues';
import { actsFor } from '@/lib/exchange/states';

type Issue = {
  id: string;
  reason: Reason;
  about: About;
  suggestion: { id: string | null; key: string; label: string } | null;
};
type Target = { id: string; label: string; hint: string };

/** The answers an issue can be given, the likeliest first. Each is a form of its own: they work without scripts. */
export function IssueAnswers({ issue, q, found }: { issue: Issue; q: string; found: Target[] }) {
  const t = useTranslations('exchange');
  const acts = actsFor(issue);
  const hidden = { issueId: issue.id };
  const suggestion = issue.suggestion;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('issue.answer')}</h2>
      {acts.includes('link') && suggestion ? (
        <ActionForm
          action={resolveIssueAction}
          hidden={{
            ...hidden,
            act: 'link',
            ...(suggestion.id ? { targetId: suggestion.id } : { targetKey: suggestion.key }),
          }}
        >
          <SubmitButton>{t('acts.link.suggested', { label: suggestion.label })}</SubmitButton>
        </ActionForm>
      ) : null}
      {acts.includes('link') ? (
        <div className="my-6">
          <SearchForm label={t(`issue.search.${issue.about as 'person'}`)} submit={t('issue.find')} defaultValue={q} />
          {found.length > 0 ? (
            <Targets issueId={issue.id} found={found} />
          ) : q ? (
            <EmptyState title={t('issue.noneFound')} />
          ) : null}
        </div>
      ) : null}
      {acts.includes('create') ? (
        <ActionForm action={resolveIssueAction} hidden={{ ...hidden, act: 'create' }} className="my-6">
          <p className="quiet">{t(`reasons.${issue.reason}.create` as 'reasons.suspected_duplicate.create')}</p>
          <SubmitButton kind="secondary">
            {t(issue.reason === 'suspected_duplicate' ? 'acts.create.label' : 'acts.create.confirm')}
          </SubmitButton>
        </ActionForm>
      ) : null}
      <ActionForm action={resolveIssueAction} hidden={{ ...hidden, act: 'ignore' }} className="my-6">
        <p className="quiet">{t('acts.ignore.help')}</p>
        <SubmitButton kind="secondary">{t('acts.ignore.label')}</SubmitButton>
      </ActionForm>
    </section>
  );
}

function Targets({ issueId, found }: { issueId: string; found: Target[] }) {
  const t = useTranslations('exchange');
  return (
    <ul className="rows">
      {found.map((target) => (
        <li key={target.id} className="flex flex-wrap items-center justify-between gap-x-6">
          <p>
            <strong>{target.label}</strong> {target.hint ? <span className="hint">{target.hint}</span> : null}
          </p>
          <ActionForm action={resolveIssueAction} hidden={{ issueId, act: 'link', targetId: target.id }}>
            <SubmitButton kind="secondary" size="small">
              {t('acts.link.label')}
              <span className="hidden-text"> {target.label}</span>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
