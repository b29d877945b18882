import { useLocale, useTranslations } from 'next-intl';
import { halfDayText } from '@/lib/jury/half-day';

/** Half-days in the reader's words. */
export function useHalfDay(): (halfDay: string) => string {
  const t = useTranslations('jury.timetable');
  const locale = useLocale();
  const parts = { am: t('am'), pm: t('pm') };
  return (halfDay) => halfDayText(halfDay, locale, parts);
}
