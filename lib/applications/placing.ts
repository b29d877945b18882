import { z } from 'zod';
import { ORGANISATION_KINDS } from '@/lib/people/schema';

/** An administration typed in a file: one of the directory, or one to be added; with the reason, for whoever asks later. */
export const Placing = z
  .object({
    applicationId: z.uuid(),
    /** A body of the directory, « other » for one picked from the whole list, « new » to add it. */
    choice: z.union([z.literal('other'), z.literal('new'), z.uuid()], { error: 'choose_one' }),
    otherId: z.union([z.literal(''), z.uuid()]).default(''),
    name: z.string().trim().max(200).default(''),
    acronym: z.string().trim().max(30).default(''),
    kind: z.enum(ORGANISATION_KINDS).default('other'),
    parentId: z.union([z.literal(''), z.uuid()]).default(''),
    siret: z
      .string()
      .transform((typed) => typed.replace(/\s/g, ''))
      .pipe(z.string().regex(/^(\d{14})?$/))
      .default(''),
    reason: z.string().trim().min(3).max(2_000),
    /** The other files of the call that typed the same. */
    others: z.literal('on').optional(),
  })
  .superRefine(({ choice, otherId, name }, context) => {
    const needs = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' });
    if (choice === 'other' && !otherId) needs('otherId');
    if (choice === 'new' && !name) needs('name');
  });
export type Placing = z.output<typeof Placing>;

export const Unplacing = z.object({ applicationId: z.uuid() });
