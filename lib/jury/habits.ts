import { krippendorffAlpha } from './agreement';
import type { Evaluation } from './connection';
import type { Marks } from './marks';
import type { Rubric } from './schema';

/** How one juror marks, beside the others on the same files. Raw figures: calibration.ts says what they are worth. */
export interface Habit {
  juror: string;
  count: number;
  mean: number;
  /** Standard deviation of their own marks (n − 1); null under two. */
  spread: number | null;
  /** Their mark less the mean of the others on the same file, on average; null when they read alone. */
  aboveOthers: number | null;
}

/** By juror, in the order of their ids. */
export function habitsOf(evaluations: readonly Evaluation[]): Habit[] {
  const files = new Map<string, { sum: number; count: number }>();
  for (const { file, value } of evaluations) {
    const sofar = files.get(file) ?? { sum: 0, count: 0 };
    files.set(file, { sum: sofar.sum + value, count: sofar.count + 1 });
  }
  return [...Map.groupBy(evaluations, ({ juror }) => juror)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([juror, own]) => {
      const mean = meanOf(own.map(({ value }) => value))!;
      const beside = own.flatMap(({ file, value }) => {
        const { sum, count } = files.get(file)!;
        return count > 1 ? [value - (sum - value) / (count - 1)] : [];
      });
      const squares = own.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
      return {
        juror,
        count: own.length,
        mean,
        spread: own.length > 1 ? Math.sqrt(squares / (own.length - 1)) : null,
        aboveOthers: meanOf(beside),
      };
    });
}

function meanOf(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** Agreement on each criterion; ordinal, because marks are words put in order. Abstentions and "not applicable" are left out. */
export function agreementByCriterion(
  rubric: Rubric,
  reviews: readonly { applicationId: string; marks: Marks; abstained: boolean }[],
): Record<string, number | null> {
  const files = [
    ...Map.groupBy(
      reviews.filter(({ abstained }) => !abstained),
      ({ applicationId }) => applicationId,
    ).values(),
  ];
  return Object.fromEntries(
    rubric.criteria.map(({ key }) => {
      const marks = files.map((sent) =>
        sent.flatMap((review) => (typeof review.marks[key] === 'number' ? [review.marks[key]] : [])),
      );
      return [key, krippendorffAlpha(marks, 'ordinal')];
    }),
  );
}
