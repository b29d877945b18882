import { useLocale, useTranslations } from 'next-intl';
import { numberIn } from '@/lib/i18n/number';
import type { Board, BoardItem } from '@/lib/jury/queries/board';
import { STATE_TONES } from './ranking-table';
import { RoomRows, type RoomWords } from './room-rows';

export const quotaAt = ({ settings: { places }, items }: Pick<Board, 'settings' | 'items'>): number | null =>
  places !== null && places > 0 && places < items.length ? places : null;

/** What is said of a file's marks on one line, for those who decide and those who follow alike. */
export function useFigures(): (item: BoardItem) => string {
  const t = useTranslations('jury');
  const two = numberIn(useLocale(), 2);
  const number = (value: number | null) => (value === null ? '—' : two(value));
  return (item) =>
    [
      t('board.figures', { mean: number(item.mean), spread: number(item.spread), favourites: item.favourites }),
      item.corrected === null ? '' : t('board.corrected', { mean: number(item.corrected) }),
      item.rankVotes === null ? '' : t('board.rankVotes', { rank: number(item.rankVotes) }),
      item.brokenBy ? t('board.brokenBy', { rule: t(`rankRules.${item.brokenBy as 'mean'}`) }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The deliberation for those who follow it: the same order, line and words, without the acts. */
export function RoomList({ board }: { board: Board }) {
  const t = useTranslations('jury');
  const states = useTranslations('applications.states');
  const figures = useFigures();
  const line = quotaAt(board);
  const tie = t('ranking.tie');
  const rows = board.items.map(
    (item, index): RoomWords => ({
      id: item.id,
      ...(line === index && { quota: t('board.quota', { count: line }) }),
      place: item.place === null ? '—' : `${item.place}${item.tiedWith ? ` ${tie}` : ''}`,
      title: item.title,
      organisation: item.organisation,
      figures: figures(item),
      state: item.state,
      reason: item.reason,
      notes: item.notes.map(({ by, text }) => `${t('board.said', { by })} ${text}`),
    }),
  );
  return (
    <ol className="rows">
      <RoomRows
        rows={rows}
        states={Object.fromEntries(
          [...new Set(board.items.map(({ state }) => state))].map((state) => [
            state,
            { tone: STATE_TONES[state], word: states(state as 'eligible') },
          ]),
        )}
      />
    </ol>
  );
}
