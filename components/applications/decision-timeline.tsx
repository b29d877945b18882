import { useTranslations } from 'next-intl';
import { Moment } from '@/components/ui/time';
import type { ApplicationState } from '@/lib/applications/states';

export type DecisionLine = {
  id: string;
  before: ApplicationState;
  after: ApplicationState;
  reason: string;
  by: string;
  createdAt: Date;
};

/** What was decided of a file, newest first: from what to what, by whom, when and why. */
export function DecisionTimeline({ decisions }: { decisions: DecisionLine[] }) {
  const t = useTranslations('intake');
  const stateWord = useTranslations('applications.states');
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{t('decisions.title')}</h2>
      {decisions.length === 0 ? <p className="quiet">{t('decisions.none')}</p> : null}
      <ol className="timeline">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <strong>
              {t('decisions.line', { before: stateWord(decision.before), after: stateWord(decision.after) })}
            </strong>
            <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{decision.reason}</p>
            <p className="quiet">
              {decision.by}, <Moment date={decision.createdAt} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
