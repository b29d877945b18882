import { useFormatter, useTranslations } from 'next-intl';
import { TaskList } from '@/components/ui/task-list';
import type { CohortOverview } from '@/lib/publication/queries/overview';
import { type StageKey, stagesFor } from '@/lib/publication/year';
import type { Viewer } from '@/lib/viewer';

/** Where a cohort stands: each stage is a line that opens it, with its figures and whether it is past, under way or ahead. */
export function CohortStages({ viewer, cohort, now }: { viewer: Viewer; cohort: CohortOverview; now: Date }) {
  const t = useTranslations('coordination');
  const format = useFormatter();
  const euros = format.number(cohort.fundingCents / 100, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const hints: Record<StageKey, string> = {
    call: cohort.closesAt
      ? t('hints.call', { closes: format.dateTime(cohort.closesAt, { dateStyle: 'long' }), drafts: cohort.drafts })
      : t('hints.noCall'),
    intake: t('hints.intake', { received: cohort.received, left: cohort.toExamine }),
    jury: t('hints.jury', { sent: cohort.reviewsSent, reviews: cohort.reviews }),
    challenges: t('hints.challenges', { challenges: cohort.challenges, seats: cohort.seats, fellows: cohort.fellows }),
    welcome: t('hints.welcome', { open: cohort.openItems, late: cohort.lateItems }),
    support: t('hints.support', { open: cohort.openObstacles }),
    money: t('hints.money', { amount: euros }),
  };
  return (
    <TaskList
      label={t('stagesLabel', { cohort: cohort.name })}
      tasks={stagesFor(viewer, cohort, now).map(({ key, time, href }) => ({
        key,
        label: t(`stages.${key}`),
        href,
        hint: hints[key],
        status: t(`time.${time}`),
        tone: time === 'now' ? 'active' : time === 'past' ? 'good' : 'neutral',
      }))}
    />
  );
}
