import { z } from 'zod';
import type { Point } from './examination-settings';

export const OPINIONS = ['favourable', 'reserved', 'unfavourable'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** A reader's quick grid, kept or sent. */
export const ReadingInput = z.object({
  readingId: z.uuid(),
  version: z.coerce.number().int().min(1),
  intent: z.enum(['save', 'send']),
  marks: z.record(z.string().max(30), z.string().max(4)).default({}),
  opinion: z
    .enum(['', ...OPINIONS])
    .catch('')
    .default(''),
  comment: z.string().trim().max(4_000).default(''),
  question: z.string().trim().max(1_000).default(''),
});
export type ReadingInput = z.infer<typeof ReadingInput>;

/** The marks that count, on the criteria and the scale of the call, and how much is missing before it can be sent. */
export function readingProblems(
  input: Pick<ReadingInput, 'marks' | 'opinion'>,
  criteria: readonly Point[],
  scale: number,
) {
  const marks: Record<string, number> = {};
  for (const { id } of criteria) {
    const mark = Number(input.marks[id] || Number.NaN);
    if (Number.isInteger(mark) && mark >= 1 && mark <= scale) marks[id] = mark;
  }
  const missing = criteria.length - Object.keys(marks).length + (input.opinion ? 0 : 1);
  return { marks, missing };
}

type Sent = { marks: Record<string, number>; opinion: Opinion | null; sentAt: Date | null };
export type Summary = {
  sent: number;
  /** By criterion: every mark, lowest first, and their mean; null before a first mark. */
  criteria: { id: string; marks: number[]; mean: number | null }[];
  mean: number | null;
  opinions: Record<Opinion, number>;
  /** Criteria on which readers are at least half the scale apart: to be talked about. */
  apart: string[];
};

/** What several readers said of a file, side by side. Only readings that were sent count. */
export function summaryOf(readings: readonly Sent[], criteria: readonly Point[], scale: number): Summary {
  const sent = readings.filter(({ sentAt }) => sentAt !== null);
  const meanOf = (list: number[]) => (list.length ? list.reduce((sum, mark) => sum + mark, 0) / list.length : null);
  const byCriterion = criteria.map(({ id }) => {
    const marks = sent.flatMap((one) => (id in one.marks ? [one.marks[id] as number] : [])).sort((a, b) => a - b);
    return { id, marks, mean: meanOf(marks) };
  });
  const apart = byCriterion
    .filter(({ marks }) => marks.length > 1 && (marks.at(-1) as number) - (marks[0] as number) >= scale / 2)
    .map(({ id }) => id);
  const opinions = Object.fromEntries(
    OPINIONS.map((opinion) => [opinion, sent.filter((one) => one.opinion === opinion).length]),
  ) as Record<Opinion, number>;
  return {
    sent: sent.length,
    criteria: byCriterion,
    mean: meanOf(byCriterion.flatMap(({ marks }) => marks)),
    opinions,
    apart,
  };
}
