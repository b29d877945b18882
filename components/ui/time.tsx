import { useLocale, useNow } from 'next-intl';
import { dayText, deadlineText, momentText, PARIS, urgency } from './deadline';

type Props = { date: Date; zone?: string };

/** A moment in full: « vendredi 18 mars 2022 à 23 h 59 ». */
export function Moment({ date, zone = PARIS }: Props) {
  return <time dateTime={date.toISOString()}>{momentText(date, { locale: useLocale(), zone })}</time>;
}

/** A day in full, `short` without its name: « 18 mars 2022 ». */
export function Day({ date, zone = PARIS, short }: Props & { short?: boolean }) {
  return (
    <time dateTime={date.toISOString().slice(0, 10)}>
      {dayText(date, { locale: useLocale(), zone, weekday: !short })}
    </time>
  );
}

/** « dans 3 jours, vendredi 23 h 59 »; warm when it presses, and the exact moment on hover. `now` defaults to the request's clock. */
export function Deadline({ date, zone = PARIS, now }: Props & { now?: Date }) {
  const locale = useLocale();
  const clock = useNow();
  const from = now ?? clock;
  const presses = urgency(date, from) !== 'later';
  return (
    <time
      dateTime={date.toISOString()}
      title={momentText(date, { locale, zone })}
      className={presses ? 'font-semibold text-time' : undefined}
    >
      {deadlineText(date, from, { locale, zone })}
    </time>
  );
}
