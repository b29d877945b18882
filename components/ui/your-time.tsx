'use client';
import { useSyncExternalStore } from 'react';
import { momentText } from './deadline';
import { useLabels } from './labels-context';

const never = () => () => {};
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** « À votre heure : samedi 19 mars 2022 à 2 h 59 », where the reader’s clock does not show the hour that is written. */
export function YourTime({ date, zone, locale }: { date: Date; zone: string; locale: string }) {
  const label = useLabels();
  const own = useSyncExternalStore(never, here, () => zone);
  const text = momentText(date, { locale, zone: own });
  if (text === momentText(date, { locale, zone })) return null;
  return <span className="block text-ink-soft">{label('yourTime').replace('{date}', text)}</span>;
}
