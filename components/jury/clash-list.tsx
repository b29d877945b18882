import { useLocale, useTranslations } from 'next-intl';
import { dayText, hourText } from '@/components/ui/deadline';
import { Notice } from '@/components/ui/notice';
import type { Clash } from '@/lib/jury/timetable';

/** What the hours as they stand break: said, never prevented; a coordinator may know better. */
export function ClashList({ clashes }: { clashes: Clash[] }) {
  const t = useTranslations('jury.timetable');
  const locale = useLocale();
  const hour = (minutes: number) => hourText(new Date(Date.UTC(2026, 0, 1, 0, minutes)), { locale, zone: 'UTC' });
  const day = (date: string) => dayText(new Date(`${date}T12:00:00Z`), { locale });
  if (clashes.length === 0) return null;
  const groups = Map.groupBy(clashes, (one) =>
    'panels' in one ? `${one.kind} ${one.date} ${one.panels}` : `${one.kind} ${one.panel} ${one.date}`,
  );
  return (
    <Notice tone="bad" boxed title={t('clashes', { count: groups.size })}>
      <ul className="prose">
        {[...groups].map(([key, [first, ...rest]]) =>
          first && 'panels' in first ? (
            <li key={key}>
              {t(first.panels[0] === first.panels[1] ? `${first.kind}_same` : first.kind, {
                who: [first, ...rest]
                  .map((one) => ('person' in one ? one.person : 'place' in one ? one.place : ''))
                  .join(', '),
                one: first.panels[0],
                other: first.panels[1],
                date: day(first.date),
                hour: hour(first.at),
              })}
            </li>
          ) : first?.kind === 'too_long' ? (
            <li key={key}>
              {t('too_long', {
                one: first.panel,
                date: day(first.date),
                hour: hour(first.end),
                limit: hour(first.limit),
              })}
            </li>
          ) : null,
        )}
      </ul>
    </Notice>
  );
}
