import { useTranslations } from 'next-intl';
import { RuleName } from '@/components/applications/rule-checks';
import { ActionForm, SubmitButton } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/status';
import { Moment } from '@/components/ui/time';
import { undoDecisionAction } from '@/lib/applications/actions/examine';
import type { EligibilityRule } from '@/lib/applications/eligibility';
import type { DecisionLine } from '@/lib/applications/queries/preselection';
import type { ApplicationState } from '@/lib/applications/states';

type Props = {
  decisions: DecisionLine[];
  rules: EligibilityRule[];
  state: ApplicationState;
  published: boolean;
  runs: boolean;
};

/** What was decided of a file, newest first: from what to what, by whom, when, why; the last one can be undone. */
export function DecisionTimeline({ decisions, rules, state, published, runs }: Props) {
  const t = useTranslations('intake');
  const stateWord = useTranslations('applications.states');
  const last = decisions.find(({ undoneAt }) => !undoneAt);
  if (decisions.length === 0) return <p className="quiet">{t('decisions.none')}</p>;
  return (
    <ol className="timeline">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <p className="font-semibold">
            {t('decisions.line', { before: stateWord(decision.before), after: stateWord(decision.after) })}{' '}
            {decision.undoneAt ? <Badge>{t('decisions.undone')}</Badge> : null}
          </p>
          <p className="quiet">
            {decision.by}, <Moment date={decision.createdAt} />
          </p>
          <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{decision.reason}</p>
          <Broken decision={decision} rules={rules} />
          {decision === last && decision.after === state && !published && (runs || decision.mine) ? (
            <ActionForm action={undoDecisionAction} hidden={{ decisionId: decision.id }}>
              <SubmitButton kind="quiet" size="small">
                {t('decisions.undo')}
              </SubmitButton>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Broken({ decision, rules }: { decision: DecisionLine; rules: EligibilityRule[] }) {
  const t = useTranslations('intake.rules');
  const broken = decision.findings.filter(({ verdict }) => verdict === 'unmet').map(({ id }) => id);
  const known = rules.filter(({ id }) => broken.includes(id));
  if (known.length === 0) return null;
  return (
    <>
      <p className="quiet">{t('brokenRules')}</p>
      <ul className="list-disc ps-6">
        {known.map((rule) => (
          <li key={rule.id}>
            <RuleName rule={rule} />
          </li>
        ))}
      </ul>
    </>
  );
}
