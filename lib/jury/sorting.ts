import { type FormulaFault, parseFormula } from './formula';
import { formulaValue } from './formula-value';
import type { Rubric } from './schema';
import type { Standing } from './standing';

/** Figures of a file that a formula may name, beside the rubric's criteria and `total`. */
export const FIGURES = ['favourites', 'favourable', 'rank_given'] as const;

export type Sorted<F> =
  | { ok: true; rows: { row: Standing<F>; value: number | null }[] }
  | { ok: false; fault: FormulaFault };

/** Files by a formula of the coordination's own, highest first; what it cannot say comes last, in the order given. */
export function sortByFormula<F>(rows: readonly Standing<F>[], rubric: Rubric, source: string): Sorted<F> {
  const marks = [...rubric.criteria.map(({ key }) => key), 'total'];
  const parsed = parseFormula(source, { marks, figures: FIGURES });
  if (!parsed.ok) return parsed;
  const valued = rows.map((row) => {
    const ranks = row.reviews.flatMap(({ rank }) => (rank === null ? [] : [rank]));
    const value = formulaValue(parsed.tree, {
      reviews: row.reviews
        .filter(({ abstained }) => !abstained)
        .map(({ marks: given, total }) => ({
          ...Object.fromEntries(
            Object.entries(given).map(([key, mark]) => [key, typeof mark === 'number' ? mark : null]),
          ),
          total,
        })),
      figures: {
        favourites: row.favourites,
        favourable: row.favourable,
        rank_given: ranks.length ? ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length : null,
      },
    });
    return { row, value };
  });
  return { ok: true, rows: valued.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0) };
}
