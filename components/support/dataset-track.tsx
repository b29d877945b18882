import { useTranslations } from 'next-intl';
import type { DatasetRow } from '@/lib/support/queries/challenge';
import { wayOf } from '@/lib/support/way';

const LINE = { behind: 'border-good', here: 'border-accent', ahead: 'border-rule' };

/** The way from « pas demandé » to « ouvert »: days spent at each stage, and where it waits now. */
export function DatasetTrack({ dataset, now, stuck }: { dataset: DatasetRow; now: Date; stuck: boolean }) {
  const t = useTranslations('support.datasets');
  return (
    <ol
      className="my-4 grid list-none grid-cols-2 gap-x-1 gap-y-3 p-0 sm:grid-flow-col sm:auto-cols-fr sm:grid-cols-none"
      aria-label={t('way')}
    >
      {wayOf(dataset, now).map((stage) => (
        <li
          key={stage.state}
          className={`border-t-4 pt-1 text-sm ${stage.place === 'here' && stuck ? 'border-time' : LINE[stage.place]}`}
          aria-current={stage.place === 'here' ? 'step' : undefined}
        >
          <span className={stage.place === 'here' ? 'font-semibold' : undefined}>{t(`states.${stage.state}`)}</span>
          <span className="block text-ink-soft">
            {stage.days === null ? t('notYet') : t('spent', { days: stage.days })}
            {stage.place === 'here' && stuck ? <strong className="block text-time">{t('stuckHere')}</strong> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
