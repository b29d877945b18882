import { useLocale } from 'next-intl';
import { PARIS } from '@/components/ui/deadline';
import { useZone } from '@/components/ui/time';
import { YourTime } from '@/components/ui/your-time';

/** Under a deadline: that its hour is of Paris (another says so itself), and the reader’s own when their clock shows another. */
export function ZoneNote({ date, zone }: { date: Date; zone: string }) {
  const name = useZone(zone);
  return (
    <>
      {zone === PARIS ? <span className="block text-ink-soft first-letter:uppercase">{name}</span> : null}
      <YourTime date={date} zone={zone} locale={useLocale()} />
    </>
  );
}
