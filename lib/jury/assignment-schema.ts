import { z } from 'zod';

// The readings problem as read from a file, version 1. Shapes and meanings: docs/jury-assign.md.

/** Identifiers are text; whole numbers are read as the text they are written with. */
export const id = z.union([z.string().min(1).max(200), z.int().transform(String)], {
  error: 'an id is text (200 characters at most) or a whole number',
}) as unknown as z.ZodType<string, string>;
const words = z.array(z.string().max(200)).max(100);
const pair = z.tuple([id, id]);

/** A field that is null says as much as one that is missing. */
export function orElse<S extends z.ZodType>(schema: S, missing: z.output<S>) {
  return schema.nullish().transform((value) => (value ?? missing) as z.output<S>);
}

export const availableSchema = orElse(z.union([z.boolean(), z.array(id)]), true);
export const pairs = orElse(z.array(pair), []);

export const proposalSchema = z.object({
  id,
  organisation: z.string().nullish(),
  themes: orElse(words, []),
});

export const jurorSchema = z.object({
  id,
  organisations: orElse(words, []),
  /** Themes known, or a level between 0 and 1 for each. */
  expertise: orElse(z.union([words, z.record(z.string(), z.number().min(0).max(1))]), []),
  available: availableSchema,
  load: orElse(
    z
      .tuple([orElse(z.int().min(0), 0), z.int().min(0).nullable()])
      .refine(([min, max]) => max === null || max >= min, { error: 'the maximum is below the minimum' }),
    [0, null],
  ),
  background: z.string().nullish(),
  formerFellow: orElse(z.boolean(), false),
});

export const problemSchema = z
  .object({
    version: z.literal(1).default(1),
    proposals: z.array(proposalSchema).max(20_000),
    jurors: z.array(jurorSchema).max(5_000),
    /** [juror, proposal]. */
    conflicts: pairs,
    pinned: pairs,
    forbidden: pairs,
    /** [juror, juror]: never on the same proposal. */
    apart: pairs,
    /** [juror, proposal] pairs that stand already: as many as possible stay. Those of people or files gone since are passed over. */
    standing: z.array(pair).nullish(),
    readersPerProposal: z.int().min(0).max(100),
    weights: z
      .object({ expertise: z.int().min(0).max(1000).default(100), backgrounds: z.int().min(0).max(1000).default(10) })
      .prefault({}),
    timeLimitSeconds: z.number().positive().max(3600).default(60),
  })
  .superRefine((problem, context) => {
    const proposals = unique(context, 'proposals', problem.proposals);
    const jurors = unique(context, 'jurors', problem.jurors);
    for (const list of ['conflicts', 'pinned', 'forbidden'] as const)
      problem[list].forEach(([juror, proposal], index) => {
        known(context, jurors, [list, index, 0], juror, 'juror');
        known(context, proposals, [list, index, 1], proposal, 'proposal');
      });
    problem.apart.forEach(([a, b], index) => {
      known(context, jurors, ['apart', index, 0], a, 'juror');
      known(context, jurors, ['apart', index, 1], b, 'juror');
      if (a === b)
        context.addIssue({ code: 'custom', path: ['apart', index], message: 'a juror cannot be apart from themself' });
    });
  });
export type Problem = z.infer<typeof problemSchema>;
export type ProblemInput = z.input<typeof problemSchema>;

type Path = (string | number)[];

export function unique(context: z.RefinementCtx, list: string, items: readonly { id: string }[]): Set<string> {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [list, index, 'id'], message: `"${id}" appears twice` });
    seen.add(id);
  });
  return seen;
}

export function known(context: z.RefinementCtx, ids: Set<string>, path: Path, id: string, noun: string) {
  if (!ids.has(id)) context.addIssue({ code: 'custom', path, message: `no ${noun} has the id "${id}"` });
}
