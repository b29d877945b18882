import { z } from 'zod';
import type { Criterion, Rubric } from './schema';

/** Where a rubric was copied from, and the criterion of today that each old one became: null when it was dropped. */
export const crosswalkSchema = z.object({
  from: z.uuid(),
  map: z.record(z.string().max(40), z.string().max(40).nullable()),
});
export type Crosswalk = z.infer<typeof crosswalkSchema>;

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Same key, or same name in French: what a coordinator then corrects. */
export function proposedMap(before: Rubric, now: Rubric): Crosswalk['map'] {
  const byName = new Map(now.criteria.map(({ key, label }) => [plain(label.fr), key]));
  const keys = new Set(now.criteria.map(({ key }) => key));
  return Object.fromEntries(
    before.criteria.map(({ key, label }) => [key, keys.has(key) ? key : (byName.get(plain(label.fr)) ?? null)]),
  );
}

/** The means of a stage by criterion, over every mark that was sent. */
export type CriterionMean = { mean: number | null; count: number };

export type ComparedRow = {
  /** Null: a criterion of before that has no heir. */
  now: Criterion | null;
  /** The old criteria it comes from; none when it is new. */
  before: Criterion[];
  /** Shares of each scale, 0 to 1: marks out of 4 and out of 5 stand side by side. Null without marks. */
  shareNow: number | null;
  shareBefore: number | null;
  countNow: number;
  countBefore: number;
};

/** Each criterion of today beside what it was: old means weigh by their number of marks; those dropped come last. */
export function compareRubrics(
  before: { rubric: Rubric; means: Record<string, CriterionMean> },
  now: { rubric: Rubric; means: Record<string, CriterionMean> },
  map: Crosswalk['map'],
): ComparedRow[] {
  const olds = (key: string | null) => before.rubric.criteria.filter((one) => (map[one.key] ?? null) === key);
  const row = (criterion: Criterion | null, from: Criterion[]): ComparedRow => {
    const mean = criterion ? now.means[criterion.key] : undefined;
    const known = from.flatMap((one) => {
      const old = before.means[one.key];
      return old && old.mean !== null ? [{ share: share(one, old.mean), count: old.count }] : [];
    });
    const countBefore = known.reduce((sum, { count }) => sum + count, 0);
    return {
      now: criterion,
      before: from,
      shareNow: criterion && mean && mean.mean !== null ? share(criterion, mean.mean) : null,
      shareBefore: countBefore
        ? known.reduce((sum, { share: value, count }) => sum + value * count, 0) / countBefore
        : null,
      countNow: mean?.count ?? 0,
      countBefore,
    };
  };
  const dropped = olds(null);
  return [
    ...now.rubric.criteria.map((criterion) => row(criterion, olds(criterion.key))),
    ...dropped.map((one) => row(null, [one])),
  ];
}

const share = ({ scale }: Criterion, mean: number): number => (mean - scale.min) / (scale.max - scale.min);
