import { z } from 'zod';

/** Six families of obstacles, those that every cohort met. */
export const FAMILIES = ['data', 'users', 'open_source', 'sensitive_data', 'technical', 'state'] as const;
export const URGENCIES = ['low', 'normal', 'high'] as const;
export const AUDIENCES = ['teams', 'mentors', 'coordination'] as const;
export const PHASES = ['before', 'arrival', 'throughout', 'leaving'] as const;
export const READERS = ['operational_mentor', 'strategic_mentor', 'fellow', 'coach'] as const;
export const RESOURCE_KINDS = ['guide', 'template', 'service', 'story'] as const;
export const CONTACT_FUNCTIONS = [
  'amd',
  'cod',
  'prada',
  'daj',
  'dsi',
  'dpd',
  'technical_referent',
  'hr',
  'management',
  'communication',
  'other',
] as const;
export const DATASET_FORMS = ['public_api', 'private_api', 'export', 'files'] as const;
export const PERSONAL_DATA = ['yes', 'no', 'unknown'] as const;
export type Family = (typeof FAMILIES)[number];
export type Audience = (typeof AUDIENCES)[number];
export type ContactFunction = (typeof CONTACT_FUNCTIONS)[number];

const line = (max: number) => z.string().trim().max(max).default('');
const text = (max: number) => z.string().trim().min(1).max(max);
/** Browsers post CRLF; what is kept, exported and compared has plain line ends. */
const lines = (max: number) =>
  z.preprocess((value) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value), text(max));
const day = z.preprocess((value) => (value === '' ? undefined : value), z.iso.date().optional());
export const Slug = z.string().regex(/^[a-z0-9-]{1,120}$/);

export const ObstacleForm = z.object({
  challenge: Slug.optional(),
  title: text(160),
  family: z.enum(FAMILIES),
  urgency: z.enum(URGENCIES).default('normal'),
  audience: z.enum(AUDIENCES).default('teams'),
  body: line(4_000),
});
export type ObstacleForm = z.output<typeof ObstacleForm>;

export const NextStepForm = z.object({ ownerId: z.uuid().optional(), nextStep: line(500), dueOn: day });
export const ResolutionForm = z.object({ whatWorked: lines(4_000), share: z.string().optional() });

export const ResourceForm = z.object({
  title: text(160),
  summary: line(400),
  body: lines(40_000),
  kind: z.enum(RESOURCE_KINDS).default('guide'),
  locale: z.enum(['fr', 'en']).default('fr'),
  phases: z.array(z.enum(PHASES)).default([]),
  families: z.array(z.enum(FAMILIES)).default([]),
  roles: z.array(z.enum(READERS)).default([]),
  reviewOn: day,
});
export type ResourceForm = z.output<typeof ResourceForm>;

export const ContactForm = z.object({
  function: z.enum(CONTACT_FUNCTIONS),
  name: text(200),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  phone: line(60),
  note: line(1_000),
});
export type ContactForm = z.output<typeof ContactForm>;

const url = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default('');
export const DatasetForm = z.object({
  name: text(200),
  holder: line(200),
  form: z.enum(DATASET_FORMS),
  personalData: z.enum(PERSONAL_DATA).default('unknown'),
  legalGround: line(1_000),
  documentationUrl: url,
});
export type DatasetForm = z.output<typeof DatasetForm>;

export const DatasetMove = z.object({
  state: z.enum(['not_asked', 'asked', 'refused', 'promised', 'available', 'documented', 'opened']),
  note: line(2_000),
  blocker: line(1_000),
  nextStep: line(500),
  nextStepOn: day,
  openedUrl: url,
  licence: line(40),
});
export type DatasetMove = z.output<typeof DatasetMove>;

export const OpenWorkForm = z.object({
  kind: z.enum(['code', 'data', 'documentation']),
  title: text(200),
  url: z.url({ protocol: /^https?$/ }).max(500),
  licence: text(40),
});
export type OpenWorkForm = z.output<typeof OpenWorkForm>;

export const SkillForm = z.object({ kind: z.enum(['offer', 'ask']), skill: text(80), note: line(500) });
export const IntroductionForm = z.object({ to: Slug, challenge: Slug.optional(), message: text(2_000) });
