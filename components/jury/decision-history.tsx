import { useTranslations } from 'next-intl';
import { Timeline } from '@/components/ui/timeline';
import type { Taken } from '@/lib/jury/queries/examination';

export function DecisionHistory({ decisions }: { decisions: Taken[] }) {
  const t = useTranslations('jury.decision');
  const states = useTranslations('applications.states');
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <Timeline
        label={t('history')}
        events={decisions.map((one) => ({
          key: one.id,
          date: one.at,
          by: one.by,
          title: states(one.after as 'eligible'),
          body: <p className="whitespace-pre-line">{one.reason}</p>,
        }))}
      />
    </section>
  );
}
