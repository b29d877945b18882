import { z } from 'zod';
import { PROFILES } from '@/lib/challenges/skills';
import { Email } from '@/lib/people/email';
import { safeUrl } from '@/lib/people/links';

const trimmed = (max: number) => z.string().trim().max(max);
const optionalId = z.uuid().optional();
/** "a, b ; c" typed in one field. */
const list = z
  .string()
  .max(1_000)
  .default('')
  .transform((typed) =>
    [
      ...new Set(
        typed
          .split(/[,;\n]/)
          .map((word) => word.trim().slice(0, 80))
          .filter(Boolean),
      ),
    ].slice(0, 20),
  );
const WebLink = trimmed(500).refine((url) => safeUrl(url) !== null, { message: 'url' });

export const LINK_KINDS = ['website', 'source_code', 'project', 'video', 'poster', 'article'] as const;

/** Everything the page of a challenge tells; rows left empty are dropped. */
export const ChallengeForm = z.object({
  id: z.uuid(),
  version: z.number().int().min(1),
  title: trimmed(160).min(1),
  tagline: trimmed(240).default(''),
  body: z.string().max(40_000).default(''),
  hostId: optionalId,
  backerId: optionalId,
  towns: list,
  skills: list,
  themes: list,
  durationMonths: z.number().min(0.5).max(36).optional(),
  selfFunded: z.boolean().default(false),
  published: z.boolean().default(false),
  keyFigures: z
    .array(z.object({ amount: trimmed(40).default(''), description: trimmed(200).default('') }))
    .max(8)
    .default([])
    .transform((rows) => rows.filter((row) => row.amount && row.description)),
  links: z
    .array(
      z.object({
        kind: z.enum(LINK_KINDS).default('website'),
        title: trimmed(160).default(''),
        url: WebLink.optional(),
      }),
    )
    .max(12)
    .default([])
    .transform((rows) => rows.flatMap((row) => (row.url ? [{ ...row, url: row.url }] : []))),
});
export type ChallengeForm = z.output<typeof ChallengeForm>;

export const NewChallenge = z.object({ cohortId: z.uuid(), title: trimmed(160).min(1), hostId: optionalId });

/** A seat: new without `id`. */
export const PositionForm = z.object({
  challengeId: z.uuid(),
  id: optionalId,
  version: z.number().int().min(1).optional(),
  profile: z.enum(PROFILES),
  title: trimmed(120).default(''),
  netMonthlyCents: z.number().int().min(0).max(100_000_00).optional(),
});

/** Who takes the seat, when, and whether the proof of recruitment came. */
export const FellowForm = z
  .object({
    positionId: z.uuid(),
    version: z.number().int().min(1),
    name: trimmed(120).min(1),
    email: Email,
    arrivesOn: z.iso.date(),
    leavesOn: z.iso.date().optional(),
    recruitedOn: z.iso.date().optional(),
  })
  .superRefine((form, context) => {
    if (form.leavesOn && form.leavesOn < form.arrivesOn)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['leavesOn'] });
  });
export type FellowForm = z.output<typeof FellowForm>;
