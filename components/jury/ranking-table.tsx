import { useLocale, useTranslations } from 'next-intl';
import { localHref } from '@/components/ui/href';
import type { StatusTone } from '@/components/ui/status';
import { numberIn } from '@/lib/i18n/number';
import type { RankedFile } from '@/lib/jury/queries/marks';
import type { Standing } from '@/lib/jury/standing';
import { type RankedWords, RankingRows } from './ranking-rows';

export const STATE_TONES: Record<string, StatusTone> = {
  eligible: 'neutral',
  preselected: 'good',
  selected: 'good',
  reserve: 'time',
  not_selected: 'bad',
  not_preselected: 'bad',
};

type Props = { stageId: string; rows: Standing<RankedFile>[]; values?: Map<string, number | null> };

/** Files by mean: ties say so, each juror's total is there, divided opinions are named. `values`: a formula's own column. */
export function RankingTable({ stageId, rows, values }: Props) {
  const t = useTranslations('jury.ranking');
  const states = useTranslations('applications.states');
  const locale = useLocale();
  const [two, few] = [numberIn(locale, 2), numberIn(locale, 0, 2)];
  const [empty, tie] = [t('empty'), t('tie')];
  const number = (value: number | null) => (value === null ? empty : two(value));
  const words = ({ file, ...row }: Standing<RankedFile>): RankedWords => ({
    id: file.id,
    title: file.title,
    rank: row.rank === null ? empty : `${row.rank}${row.tiedWith ? ` ${tie}` : ''}`,
    ...(values && { value: number(values.get(file.id) ?? null) }),
    mean: number(row.mean),
    spread: number(row.spread),
    marks: row.reviews.map(({ total }) => (total === null ? empty : few(total))).join(' · '),
    ...(row.disputed && { disputed: true }),
    received: `${row.reviews.length}/${file.expected}`,
    favourites: row.favourites ? String(row.favourites) : '',
    state: file.state,
  });
  const ends = ['rank', ...(values ? ['formula' as const] : []), 'mean', 'spread'] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group and no landmark, as for every table.
    <div className="table-region" role="group" data-wide="" aria-label={t('caption')}>
      <table className="table">
        <caption className="hidden-text">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            {ends.map((key) => (
              <th key={key} scope="col" data-align="end">
                {t(key)}
              </th>
            ))}
            <th scope="col">{t('marks')}</th>
            {(['received', 'favourites'] as const).map((key) => (
              <th key={key} scope="col" data-align="end">
                {t(key)}
              </th>
            ))}
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          <RankingRows
            rows={rows.map(words)}
            base={localHref(locale, `/admin/jury/${stageId}/files/`)}
            states={Object.fromEntries(
              [...new Set(rows.map(({ file }) => file.state))].map((state) => [
                state,
                { tone: STATE_TONES[state], word: states(state as 'eligible') },
              ]),
            )}
            disputed={t('disputed')}
          />
        </tbody>
      </table>
    </div>
  );
}
