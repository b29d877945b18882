import { z } from 'zod';
import { Email } from '@/lib/people/email';
import { safeUrl } from '@/lib/people/links';

const trimmed = (max: number) => z.string().trim().max(max);
const list = (most: number) =>
  z
    .string()
    .max(2_000)
    .default('')
    .transform((typed) =>
      [
        ...new Set(
          typed
            .split(/[,;\n]/)
            .map((word) => word.trim().slice(0, 160))
            .filter(Boolean),
        ),
      ].slice(0, most),
    );
const WebLink = trimmed(500).refine((url) => safeUrl(url) !== null, { message: 'url' });

export const VISIBILITIES = ['public', 'members', 'private'] as const;
export const ROLE_KINDS = [
  'coordinator',
  'director',
  'communication',
  'coach',
  'operational_mentor',
  'strategic_mentor',
  'fellow',
  'juror',
] as const;
/** Roles of a cohort or of the whole programme: given from the list of people. */
export const WHOLE_ROLES = ['coordinator', 'director', 'communication', 'coach'] as const;
/** Roles of one challenge; the others are of a cohort or of the whole programme. */
export const CHALLENGE_ROLES: readonly string[] = ['operational_mentor', 'strategic_mentor', 'fellow'];
export const ORGANISATION_KINDS = [
  'ministry',
  'direction',
  'operator',
  'deconcentrated_service',
  'independent_authority',
  'local_authority',
  'health_establishment',
  'other',
] as const;

/** One's own page. */
export const ProfileForm = z.object({
  name: trimmed(120).min(1),
  headline: trimmed(160).default(''),
  bio: z.string().max(4_000).default(''),
  skills: list(20),
  links: z
    .array(z.object({ title: trimmed(80).default(''), url: WebLink.optional() }))
    .max(6)
    .default([])
    .transform((rows) => rows.flatMap((row) => (row.url ? [{ kind: 'website', title: row.title, url: row.url }] : []))),
  visibility: z.enum(VISIBILITIES),
});
export type ProfileForm = z.output<typeof ProfileForm>;

export const PreferencesForm = z.object({ locale: z.enum(['fr', 'en']), theme: z.enum(['system', 'light', 'dark']) });

/** A role from a day, for someone known by their address. */
export const RoleForm = z
  .object({
    email: Email,
    name: trimmed(120).default(''),
    kind: z.enum(ROLE_KINDS),
    cohortId: z.uuid().optional(),
    challengeId: z.uuid().optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** Where to go back to: a page of the coordination. */
    back: z
      .string()
      .regex(/^\/admin\/[\w\-/]*$/)
      .optional(),
  })
  .superRefine((form, context) => {
    if (form.from && form.to && form.to < form.from)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['to'] });
    if (CHALLENGE_ROLES.includes(form.kind) && !form.challengeId)
      context.addIssue({ code: 'custom', message: 'required', path: ['challengeId'] });
  });
export type RoleForm = z.output<typeof RoleForm>;

export const EndRoleForm = z.object({
  roleId: z.uuid(),
  to: z.iso.date().optional(),
  back: z
    .string()
    .regex(/^\/admin\/[\w\-/]*$/)
    .optional(),
});

export const OrganisationForm = z.object({
  id: z.uuid().optional(),
  name: trimmed(200).min(1),
  acronym: trimmed(30).default(''),
  kind: z.enum(ORGANISATION_KINDS),
  parentId: z.uuid().optional(),
  website: WebLink.optional(),
  siret: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^(\d{14})?$/))
    .default(''),
  aliases: list(40),
  mailDomains: list(20).transform((domains) => domains.map((domain) => domain.replace(/^@/, '').toLowerCase())),
});
export type OrganisationForm = z.output<typeof OrganisationForm>;

export const MergeForm = z.object({ fromId: z.uuid(), intoId: z.uuid() });
