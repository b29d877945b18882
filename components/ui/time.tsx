import { useLocale, useNow, useTranslations } from 'next-intl';
import { dayText, deadlineText, distanceText, momentText, PARIS, urgency } from './deadline';

type Props = { date: Date; zone?: string };

/** « heure de La Réunion ». A zone that has no name here goes by its own. */
export function useZone(zone: string): string {
  const t = useTranslations('ui');
  const key = `zones.${zone.replace('/', '_')}` as 'zones.Europe_Paris';
  return t('inZone', { place: t.has(key) ? t(key) : zone });
}

/** An hour that is not of Paris says whose it is. */
function useInZone(zone: string): string {
  const name = useZone(zone);
  return zone === PARIS ? '' : ` (${name})`;
}

/** A moment in full: « vendredi 18 mars 2022 à 23 h 59 ». */
export function Moment({ date, zone = PARIS }: Props) {
  const whose = useInZone(zone);
  return <time dateTime={date.toISOString()}>{momentText(date, { locale: useLocale(), zone }) + whose}</time>;
}

/** A day in full, `short` without its name: « 18 mars 2022 ». */
export function Day({ date, zone = PARIS, short }: Props & { short?: boolean }) {
  return (
    <time dateTime={date.toISOString().slice(0, 10)}>
      {dayText(date, { locale: useLocale(), zone, weekday: !short })}
    </time>
  );
}

/** A due day, without hour: « il y a 85 jours, mercredi 2 septembre ». */
export function DueDay({ date }: { date: Date }) {
  const [locale, now] = [useLocale(), useNow()];
  const noon = new Date(date.getTime() + 12 * 3_600_000);
  return (
    <time
      dateTime={date.toISOString().slice(0, 10)}
      className={urgency(noon, now) !== 'later' ? 'font-semibold text-time' : undefined}
    >
      {`${distanceText(noon, now, { locale })}, ${dayText(noon, { locale, year: false })}`}
    </time>
  );
}

/** « dans 3 jours, vendredi 23 h 59 »; warm when it presses, and the exact moment on hover. `now` defaults to the request's clock. */
export function Deadline({ date, zone = PARIS, now }: Props & { now?: Date }) {
  const locale = useLocale();
  const clock = useNow();
  const from = now ?? clock;
  const presses = urgency(date, from) !== 'later';
  const whose = useInZone(zone);
  return (
    <time
      dateTime={date.toISOString()}
      title={momentText(date, { locale, zone })}
      className={presses ? 'font-semibold text-time' : undefined}
    >
      {deadlineText(date, from, { locale, zone }) + whose}
    </time>
  );
}
