import { useLocale, useNow, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { momentText } from '@/components/ui/deadline';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { checkDates, instantOf, knowsHolidaysAround, localTime, type SchoolHoliday } from '@/lib/calls/calendar';
import type { CallPage } from '@/lib/calls/queries';

/** What to look at twice in the dates of a call that is still to come, and the moment that would be better. */
export function DateWarnings({ call, school }: { call: CallPage; school: SchoolHoliday[] }) {
  const t = useTranslations('calls.dates');
  const locale = useLocale();
  const now = useNow();
  if (call.closesAt <= now) return null;
  const zone = call.timeZone;
  const closes = localTime(call.closesAt, zone);
  const warnings = checkDates({ opens: localTime(call.opensAt, zone), closes, timeZone: zone }, now, school);
  const shown = call.publishedAt ? warnings.filter((one) => one.about === 'closes') : warnings;
  const unknown = knowsHolidaysAround(closes.slice(0, 10), school) ? null : (
    <p className="quiet my-4">
      {t.rich('unknown', { table: (text) => <Link href="/admin/calls/holidays">{text}</Link> })}
    </p>
  );
  if (shown.length === 0) return unknown;
  const act = call.publishedAt ? 'deadline' : 'edit';
  // The first of them heeds the others: what is wrong with the whole comes before what is wrong with the day.
  const better = (['opens', 'closes'] as const).flatMap((about) => {
    const proposal = shown.find((one) => one.about === about && one.proposal)?.proposal;
    return proposal ? [{ about, proposal }] : [];
  });
  return (
    <>
      <Notice tone="time" boxed title={t('title')}>
        <ul className="mt-2 list-disc ps-6">
          {shown.map((one) => (
            <li key={`${one.about} ${one.reason}`}>
              {t(`${one.about}.${one.reason === 'skipped_hour' ? 'skipped' : one.reason}` as 'closes.weekend', {
                name: one.params?.name ?? '',
                zones: one.params?.zones ?? '',
                days: one.params?.days ?? 0,
                count: one.params?.count ?? 0,
              })}
            </li>
          ))}
        </ul>
        {better.map(({ about, proposal }) => (
          <p key={about} className="mt-4">
            {t(`better.${about}`, { date: momentText(instantOf(proposal, zone), { locale, zone }) })}{' '}
            <ButtonLink
              kind="secondary"
              size="small"
              href={`/admin/calls/${call.slug}/${act}?${about}=${encodeURIComponent(proposal)}`}
            >
              {t('take')}
            </ButtonLink>
          </p>
        ))}
      </Notice>
      {unknown}
    </>
  );
}
