import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/ui/link';
import { Deadline } from '@/components/ui/time';
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
          {item.due ? <Deadline date={item.due} /> : null}
        </li>
      ))}
    </ul>
  );
}
