import { z } from 'zod';
import { type Mark, type Marks, marksSchema } from './marks';
import type { Criterion, Opinion, Rubric } from './schema';

const text = z
  .string()
  .max(20_000)
  .refine((typed) => !typed.includes('\u0000'), { error: 'invalid' })
  .default('');
const byCriterion = z.record(z.string().max(40), z.string().max(20_000).optional()).default({});

/** A grid as a form or the autosave sends it: every value is still the text that was typed. */
export const gridInput = z.object({
  marks: byCriterion,
  comments: byCriterion,
  comment: text,
  privateNote: text,
  verdict: z.string().max(40).default(''),
  rank: z.string().max(4).default(''),
  favourite: z.string().max(3).default(''),
  abstained: z.string().max(3).default(''),
});
export type GridInput = z.infer<typeof gridInput>;

export type Grid = {
  marks: Marks;
  comments: Record<string, string>;
  comment: string;
  privateNote: string;
  verdict: string | null;
  rank: number | null;
  favourite: boolean;
  abstained: boolean;
};

/** Reads what was typed by the rubric: unknown criteria, marks off the scale and unknown verdicts are dropped. */
export function readGrid(rubric: Rubric, input: GridInput, opinion: Opinion = rubric.opinion): Grid {
  const typed = Object.fromEntries(rubric.criteria.map((one) => [one.key, markOf(one, input.marks[one.key])]));
  const rank = Number.parseInt(input.rank, 10);
  return {
    marks: marksSchema(rubric, 'draft').parse(typed),
    comments: Object.fromEntries(
      rubric.criteria.flatMap(({ key }) => {
        const said = input.comments[key]?.trim();
        return said ? [[key, said.replaceAll('\u0000', '')]] : [];
      }),
    ),
    comment: input.comment.trim(),
    privateNote: input.privateNote.trim(),
    verdict: opinion.verdicts.some(({ key }) => key === input.verdict) ? input.verdict : null,
    rank: opinion.rank && rank > 0 && rank <= 999 ? rank : null,
    favourite: opinion.favourite && input.favourite === 'yes',
    abstained: rubric.abstention && input.abstained === 'yes',
  };
}

function markOf(criterion: Criterion, typed: string | undefined): Mark {
  if (typed === undefined || typed === '') return null;
  if (typed === 'na') return criterion.notApplicable ? 'na' : null;
  const mark = Number(typed.replace(',', '.'));
  const steps = (mark - criterion.scale.min) / criterion.scale.step;
  const onScale =
    mark >= criterion.scale.min && mark <= criterion.scale.max && Number.isInteger(Math.round(steps * 1e6) / 1e6);
  return onScale ? mark : null;
}

/** What is missing before a grid can be sent, as names of form fields; an abstention asks for its reason only. */
export function missingIn(rubric: Rubric, grid: Grid, opinion: Opinion = rubric.opinion): string[] {
  if (grid.abstained) return grid.comment ? [] : ['comment'];
  return [
    ...rubric.criteria.flatMap((one) => [
      ...(one.required && grid.marks[one.key] === null ? [`marks.${one.key}`] : []),
      ...(one.comment === 'required' && !grid.comments[one.key] ? [`comments.${one.key}`] : []),
    ]),
    ...(opinion.verdictRequired && opinion.verdicts.length > 0 && !grid.verdict ? ['verdict'] : []),
    ...(opinion.comment === 'required' && !grid.comment ? ['comment'] : []),
  ];
}

/** Whether anything was typed at all. */
export const isBlank = (grid: Grid): boolean =>
  Object.values(grid.marks).every((mark) => mark === null) &&
  Object.keys(grid.comments).length === 0 &&
  !grid.comment &&
  !grid.privateNote &&
  !grid.verdict &&
  grid.rank === null &&
  !grid.favourite &&
  !grid.abstained;

/** The names of the form's controls and their texts, read into a grid: what the autosave sends. */
export function gridFromTyped(typed: Record<string, string>): GridInput {
  const under = (part: string) =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(`grid.${part}.`) ? [[name.slice(part.length + 6), value]] : [],
      ),
    );
  const text = (name: string) => (typed[`grid.${name}`] ?? '').replaceAll('\u0000', '');
  return {
    marks: under('marks'),
    comments: under('comments'),
    comment: text('comment'),
    privateNote: text('privateNote'),
    verdict: text('verdict'),
    rank: text('rank'),
    favourite: text('favourite'),
    abstained: text('abstained'),
  };
}

/** The inverse: a saved grid as the form's controls hold it; what is empty is left out. */
export function typedFromReview(review: Omit<Grid, 'marks'> & { marks: Record<string, Mark> }): Record<string, string> {
  const pairs: [string, string | null][] = [
    ...Object.entries(review.marks).map(([key, mark]): [string, string | null] => [
      `marks.${key}`,
      mark === null ? null : String(mark),
    ]),
    ...Object.entries(review.comments).map(([key, said]): [string, string] => [`comments.${key}`, said]),
    ['comment', review.comment],
    ['privateNote', review.privateNote],
    ['verdict', review.verdict],
    ['rank', review.rank === null ? null : String(review.rank)],
    ['favourite', review.favourite ? 'yes' : null],
    ['abstained', review.abstained ? 'yes' : null],
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value ? [[`grid.${name}`, value]] : [])));
}
