import { useLocale, useNow, useTranslations } from 'next-intl';
import { momentText } from '@/components/ui/deadline';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { checkDates, instantOf, localTime, type SchoolHoliday } from '@/lib/calls/calendar';
import type { CallPage } from '@/lib/calls/queries';

/** What to look at twice in the dates of a call that is still to come, and the moment that would be better. */
export function DateWarnings({ call, school }: { call: CallPage; school: SchoolHoliday[] }) {
  const t = useTranslations('calls.dates');
  const locale = useLocale();
  const now = useNow();
  if (call.closesAt <= now) return null;
  const zone = call.timeZone;
  const warnings = checkDates(
    { opens: localTime(call.opensAt, zone), closes: localTime(call.closesAt, zone), timeZone: zone },
    now,
    school,
  );
  const shown = call.publishedAt ? warnings.filter((one) => one.about === 'closes') : warnings;
  if (shown.length === 0) return null;
  const act = call.publishedAt ? 'deadline' : 'edit';
  return (
    <Notice tone="time" boxed title={t('title')}>
      <ul className="mt-2 list-disc ps-6">
        {shown.map((one) => (
          <li key={`${one.about} ${one.reason}`}>
            {t(`${one.about}.${one.reason === 'skipped_hour' ? 'skipped' : one.reason}` as 'closes.weekend', {
              name: one.params?.name ?? '',
              zones: one.params?.zones ?? '',
              days: one.params?.days ?? 0,
            })}
            {one.proposal ? (
              <span className="block">
                {t('proposal', { date: momentText(instantOf(one.proposal, zone), { locale, zone }) })}{' '}
                <Link href={`/admin/calls/${call.slug}/${act}?${one.about}=${encodeURIComponent(one.proposal)}`}>
                  {t('take')}
                </Link>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
