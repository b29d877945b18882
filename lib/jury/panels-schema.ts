import { z } from 'zod';
import { availableSchema, id, jurorSchema, known, orElse, pairs, proposalSchema, unique } from './assignment-schema';

// The panels problem as read from a file, version 1. Shapes and meanings: docs/jury-assign.md.

const range = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([min, max]) => max >= min, { error: 'the maximum is below the minimum' });

export const panelsProblemSchema = z
  .object({
    version: z.literal(1).default(1),
    /** `available` of a proposal: the half-days its team can come; true for all. `panels`: how many panels hear it. */
    proposals: z
      .array(
        proposalSchema.extend({
          available: availableSchema,
          panels: z.int().min(1).max(50).optional(),
        }),
      )
      .max(500),
    jurors: z.array(jurorSchema.omit({ load: true }).extend({ panels: range.optional() })).max(500),
    /** Half-days, and how many panels sit in each; by default the panels are spread evenly. */
    halfDays: z
      .array(
        z.union([
          id.transform((id) => ({ id, panels: undefined })),
          z.object({ id, panels: z.int().min(0).optional() }),
        ]),
      )
      .default([{ id: 'day', panels: undefined }]),
    panels: z.int().min(1).max(60),
    jurorsPerPanel: range.default([5, 8]),
    proposalsPerPanel: range.optional(),
    panelsPerProposal: z.int().min(1).max(50).default(1),
    /** Read by several panels: [proposal, number of panels]. */
    anchors: orElse(z.array(z.tuple([id, z.int().min(2).max(50)])), []),
    /** Ask for panels linked by anchor files, directly or through others, so that their marks can be compared. */
    comparable: z.boolean().default(false),
    formerFellowsPerPanel: z.int().min(0).max(20).optional(),
    conflicts: pairs,
    forbidden: pairs,
    pinned: pairs,
    apart: pairs,
    weights: z
      .object({
        themes: z.int().min(0).max(1000).default(10),
        backgrounds: z.int().min(0).max(1000).default(5),
        balance: z.int().min(0).max(1000).default(2),
      })
      .prefault({}),
    /** Panels that stand already: as many seats and hearings as possible stay. People and files gone since are passed over. */
    standing: z
      .array(z.object({ halfDay: id, jurors: z.array(id), proposals: z.array(id) }))
      .max(60)
      .nullish(),
    timeLimitSeconds: z.number().positive().max(3600).default(60),
  })
  .superRefine((problem, context) => {
    const proposals = unique(context, 'proposals', problem.proposals);
    const jurors = unique(context, 'jurors', problem.jurors);
    const halfDays = unique(context, 'halfDays', problem.halfDays);
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
    problem.anchors.forEach(([proposal], index) => {
      known(context, proposals, ['anchors', index, 0], proposal, 'proposal');
    });
    for (const list of ['proposals', 'jurors'] as const)
      problem[list].forEach(({ available }, index) => {
        if (Array.isArray(available))
          available.forEach((day, at) => {
            known(context, halfDays, [list, index, 'available', at], day, 'half-day');
          });
      });
    const seats = problem.halfDays.map(({ panels }) => panels);
    const given = seats.filter((count) => count !== undefined);
    if (given.length > 0 && given.length < seats.length)
      context.addIssue({
        code: 'custom',
        path: ['halfDays'],
        message: 'give the number of panels of every half-day, or of none',
      });
    if (given.length === seats.length && given.reduce((sum, count) => sum + count, 0) !== problem.panels)
      context.addIssue({
        code: 'custom',
        path: ['halfDays'],
        message: `the half-days must hold ${problem.panels} panels in all`,
      });
  });
export type PanelsProblem = z.infer<typeof panelsProblemSchema>;
export type PanelsInput = z.input<typeof panelsProblemSchema>;
