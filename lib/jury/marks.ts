import { z } from 'zod';
import { type Criterion, isOnScale, type Rubric } from './schema';

/** A mark is a number on the criterion's scale, `na` (not applicable: allowed by the criterion) or null (not given yet). */
export type Mark = number | 'na' | null;
export type Marks = Readonly<Record<string, Mark>>;

function markSchema(criterion: Criterion, sent: boolean) {
  const onScale = z.number().refine((mark) => isOnScale(criterion.scale, mark), { error: 'off_scale' });
  const options = criterion.notApplicable ? z.union([onScale, z.literal('na')]) : onScale;
  return sent && criterion.required ? options : options.nullable().default(null);
}

/** A draft may have holes; what is sent may not miss a required criterion. Keys outside the rubric are dropped. */
export function marksSchema(rubric: Rubric, moment: 'draft' | 'sent') {
  return z.object(
    Object.fromEntries(rubric.criteria.map((criterion) => [criterion.key, markSchema(criterion, moment === 'sent')])),
  );
}

/**
 * Total of one evaluation, in the rubric's own unit, or null when nothing counts.
 * mean: weighted mean of the marks given. sum: weighted sum; a criterion that does not apply is left out and the
 * others are scaled up to the same full weight, so that "not applicable" is never a zero.
 */
export function totalOf(rubric: Rubric, marks: Marks): number | null {
  let weighted = 0;
  let weight = 0;
  let fullWeight = 0;
  for (const criterion of rubric.criteria) {
    if (!criterion.inTotal) continue;
    fullWeight += criterion.weight;
    const mark = marks[criterion.key];
    if (typeof mark !== 'number') continue;
    weighted += criterion.weight * mark;
    weight += criterion.weight;
  }
  if (weight === 0) return null;
  return rubric.total === 'mean' ? weighted / weight : (weighted / weight) * fullWeight;
}

/** The lowest and highest total the rubric can give. */
export function totalRange(rubric: Rubric): { min: number; max: number } {
  const at = (end: 'min' | 'max') =>
    totalOf(rubric, Object.fromEntries(rubric.criteria.map((criterion) => [criterion.key, criterion.scale[end]]))) ?? 0;
  return { min: at('min'), max: at('max') };
}
