import { useTranslations } from 'next-intl';
import { Status, type StatusTone } from '@/components/ui/status';
import { Deadline } from '@/components/ui/time';
import { isWaiting, type NextStep } from '@/lib/applications/next-step';

const PRESSING: readonly NextStep[] = ['answer_message', 'correction_missed', 'review_correction'];
export const stepTone = (step: NextStep): StatusTone =>
  PRESSING.includes(step) ? 'time' : isWaiting(step) ? 'neutral' : 'active';

/** What a file awaits next and by when: the same words on the board and on the file. */
export function NextStepLine({ next, due }: { next: NextStep | null; due: Date | null }) {
  const t = useTranslations('intake.next');
  if (!next) return <span className="quiet">{t('none')}</span>;
  return (
    <>
      <Status tone={stepTone(next)}>{t(next)}</Status>
      {due ? (
        <span className="quiet block">
          <Deadline date={due} />
        </span>
      ) : null}
    </>
  );
}
