import { useLocale, useTranslations } from 'next-intl';
import { dayText } from '@/components/ui/deadline';
import { daysBetween, fromDay } from '@/lib/dates';

/** A due day in words, with what is left or lost: « dans 3 jours, le 12 septembre ». */
export function Due({ day, today, closed }: { day: string | null; today: string; closed?: boolean }) {
  const t = useTranslations('onboarding.due');
  const locale = useLocale();
  if (!day) return null;
  const left = daysBetween(today, day);
  const text = dayText(fromDay(day), { locale, zone: 'UTC', weekday: false });
  if (closed || left > 30) return <>{t('on', { day: text })}</>;
  if (left === 0) return <>{t('today')}</>;
  return left < 0 ? (
    <span className="font-semibold text-time">{t('late', { days: -left, day: text })}</span>
  ) : (
    t('soon', { days: left, day: text })
  );
}
