import { type Marks, totalOf, totalRange } from './marks';
import { rank } from './ranking';
import type { Rubric } from './schema';

export type SentReview = {
  id: string;
  applicationId: string;
  jurorId: string;
  juror: string;
  marks: Marks;
  comments: Record<string, string>;
  comment: string;
  verdict: string | null;
  rank: number | null;
  favourite: boolean;
  abstained: boolean;
};

export type Standing<F> = {
  file: F;
  reviews: (SentReview & { total: number | null })[];
  /** Mean of the totals; null when nobody marked. */
  mean: number | null;
  /** Standard deviation between jurors (n − 1); null under two marks. */
  spread: number | null;
  min: number | null;
  max: number | null;
  favourites: number;
  favourable: number;
  byCriterion: Record<string, number | null>;
  /** 1-based; equal means share a rank. Null without marks. */
  rank: number | null;
  /** How many files share the rank. */
  tiedWith: number;
  /** The jurors are further apart than a third of the scale. */
  disputed: boolean;
};

const meanOf = (values: readonly number[]): number | null =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

function spreadOf(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** Every file with what its jurors sent, in the order of ranking.ts by mean: ties share their rank, files without marks come last. */
export function standings<F extends { id: string; reference: string }>(
  rubric: Rubric,
  files: readonly F[],
  reviews: readonly SentReview[],
): Standing<F>[] {
  const byFile = Map.groupBy(reviews, (review) => review.applicationId);
  const against = new Set(rubric.opinion.verdicts.filter(({ leaning }) => leaning !== 'for').map(({ key }) => key));
  const { min: lowest, max: highest } = totalRange(rubric);
  const width = highest - lowest;
  const all = files.map((file): Standing<F> => {
    const sent = (byFile.get(file.id) ?? []).map((review) => ({
      ...review,
      total: review.abstained ? null : totalOf(rubric, review.marks),
    }));
    const totals = sent.flatMap(({ total }) => (total === null ? [] : [total]));
    const spread = spreadOf(totals);
    const [min, max] = totals.length ? [Math.min(...totals), Math.max(...totals)] : [null, null];
    return {
      file,
      reviews: sent,
      mean: meanOf(totals),
      spread,
      min,
      max,
      favourites: sent.filter(({ favourite }) => favourite).length,
      favourable: sent.filter(({ verdict }) => verdict && !against.has(verdict)).length,
      byCriterion: Object.fromEntries(
        rubric.criteria.map(({ key }) => [
          key,
          meanOf(
            sent.flatMap(({ marks, abstained }) => (!abstained && typeof marks[key] === 'number' ? [marks[key]] : [])),
          ),
        ]),
      ),
      rank: null,
      tiedWith: 0,
      disputed: min !== null && max !== null && max - min > width / 3 + 1e-9,
    };
  });
  return rank(
    all.map((one) => ({ one, mean: one.mean })),
    [{ name: 'mean', value: ({ mean }) => mean }],
    ({ one: { file } }) => `${file.reference}\n${file.id}`,
  ).map(({ item, place, tiedWith }) => ({ ...item.one, rank: place, tiedWith: place === null ? 0 : tiedWith }));
}

/** The word of the rubric nearest to a mean mark, or null when the criterion has none. */
export function nearestAnchor(criterion: Rubric['criteria'][number], mean: number) {
  const [first, ...rest] = criterion.anchors;
  if (!first) return null;
  return rest.reduce((best, one) => (Math.abs(one.mark - mean) < Math.abs(best.mark - mean) ? one : best), first);
}
