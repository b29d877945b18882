import { useLocale } from 'next-intl';
import { useZone } from '@/components/ui/time';
import { YourTime } from '@/components/ui/your-time';

/** Under a deadline: whose hour it is, and the reader’s own when their clock shows another. */
export function ZoneNote({ date, zone }: { date: Date; zone: string }) {
  const name = useZone(zone);
  return (
    <>
      <span className="block text-ink-soft first-letter:uppercase">{name}</span>
      <YourTime date={date} zone={zone} locale={useLocale()} />
    </>
  );
}
