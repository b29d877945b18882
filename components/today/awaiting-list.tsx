import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/ui/link';
import { Deadline, DueDay } from '@/components/ui/time';
import type { Awaiting } from '@/lib/today';

/** What awaits the reader, in order of date: each line is the action itself, with its deadline in words. */
export async function AwaitingList({ items }: { items: Awaiting[] }) {
  const t = await getTranslations('today');
  if (items.length === 0) return <p>{t('nothing')}</p>;
  return (
    <ul className="rows agenda">
      {items.map((item) => (
        <li key={item.id} data-row-link="">
          <Link className="row-link" href={item.href}>
            {t(`awaiting.${item.words}` as 'awaiting.finishDraft', item.values as never)}
          </Link>
          <When due={item.due} zone={item.zone} none={t('noDate')} />
        </li>
      ))}
    </ul>
  );
}

/** A whole day comes as its midnight in UTC, an hour as itself, or with its zone. */
function When({ due, zone, none }: { due: Date | null; zone?: string; none: string }) {
  if (!due) return <span className="quiet when">{none}</span>;
  return !zone && due.getTime() % 86_400_000 === 0 ? <DueDay date={due} /> : <Deadline date={due} zone={zone} />;
}
