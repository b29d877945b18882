import { z } from 'zod';
import { isLocalTime, isTimeZone } from './calendar';
import { TEMPLATES } from './templates';

const localTime = z.string().refine(isLocalTime, 'date_time');
const markdown = z.string().max(30_000).default('');

/** `cohort6`, `cohort4`, `empty`, or `call:<id>`: the form to start from. */
export const StartingForm = z
  .string()
  .refine((text) => (TEMPLATES as readonly string[]).includes(text) || /^call:[0-9a-f-]{36}$/.test(text), 'invalid');

export const CallInput = z.object({
  cohortId: z.uuid(),
  kind: z.enum(['projects', 'candidates']).default('projects'),
  title: z.string().trim().min(3).max(200),
  summary: z.string().max(1000).default(''),
  body: markdown,
  opens: localTime,
  closes: localTime,
  timeZone: z.string().refine(isTimeZone, 'invalid').default('Europe/Paris'),
  graceSeconds: z.coerce.number().int().min(0).max(3600).default(120),
  contactEmail: z.email().max(254),
  /** Dates that raised a warning are kept when the coordinator says so. */
  datesConfirmed: z.string().optional(),
});
export type CallInput = z.infer<typeof CallInput>;

export const NewCall = CallInput.extend({ form: StartingForm.default('cohort6') });
export const CallUpdate = CallInput.omit({ cohortId: true, kind: true }).extend({
  callId: z.uuid(),
  version: z.coerce.number().int().min(1),
});

export const DeadlineChange = z.object({
  callId: z.uuid(),
  closes: localTime,
  reason: z.string().trim().min(10).max(1000),
});

export const CallReference = z.object({ callId: z.uuid() });
