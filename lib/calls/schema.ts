import { z } from 'zod';
import { isLocalTime, isTimeZone } from './calendar';
import { MAIL_EVENTS, type MailEvent } from './mail-events';
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
  /** Ticked: the day was looked at twice. */
  keep: z.string().optional(),
});

/** School holidays of one zone, as the ministry published them. */
export const HolidayInput = z
  .object({
    zone: z.string().trim().min(1).max(40),
    name: z.string().trim().min(2).max(100),
    from: z.iso.date(),
    to: z.iso.date(),
    source: z.string().trim().min(2).max(300),
  })
  .superRefine((holiday, context) => {
    if (holiday.to < holiday.from) context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['to'] });
  });
export const HolidayReference = z.object({ holidayId: z.uuid() });

export const CallReference = z.object({ callId: z.uuid() });

/** The form one looks at, as it was when the page was made. */
export const FormPlace = z.object({ callId: z.uuid(), slug: z.string().max(100), token: z.string().max(40) });
const words = (max: number) => z.string().trim().max(max).default('');

/** A button of the form builder says all it does: `move_field:team.role:-1`, `remove_section:funding`. */
export const Arrangement = FormPlace.extend({
  press: z
    .string()
    .max(150)
    .regex(/^(remove_section|move_section|remove_field|move_field|remove_rule):[\w.]+(:-?1)?$/)
    .transform((pressed) => {
      const [act = '', target = '', by] = pressed.split(':');
      return {
        act: act as 'move_field' | 'remove_field' | 'move_section' | 'remove_section' | 'remove_rule',
        target,
        by: by === '-1' ? (-1 as const) : (1 as const),
      };
    }),
});
/** `was`: what the screen showed of the one thing it edits (lib/calls/edited-thing.ts). */
const OneThing = FormPlace.extend({ was: z.string().max(20).default('') });
export const SectionInput = OneThing.extend({
  id: z.string().max(40).default(''),
  titleFr: z.string().trim().min(1).max(300),
  titleEn: words(300),
  helpFr: words(4000),
  helpEn: words(4000),
  showIf: words(1000),
});
export const FieldPlace = OneThing.extend({
  /** Empty: a new question. */
  path: z.string().max(100).default(''),
  section: z.string().max(40).default(''),
  group: z.string().max(40).default(''),
  type: z.string().max(20),
});
export const FormSettings = FormPlace.extend({
  titleField: z.string().max(40).default(''),
  organisationField: z.string().max(40).default(''),
  charactersPerLine: z.coerce.number().int().min(20).max(200).default(90),
});
export const RuleInput = OneThing.extend({
  id: z.string().max(40).default(''),
  kind: z.enum(['ineligibility', 'consistency']),
  when: z.string().trim().min(1).max(1000),
  messageFr: z.string().trim().min(1).max(1000),
  messageEn: words(1000),
  field: z.string().max(40).default(''),
});
export const FormImport = FormPlace.extend({ json: z.string().min(2).max(900_000) });

const mailEvent = z.enum(Object.keys(MAIL_EVENTS) as [MailEvent, ...MailEvent[]]);
/** Browsers send CR LF; what is kept has LF. */
const lines = z.string().transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim());

export const MailTemplateRef = z.object({ callId: z.uuid(), event: mailEvent, locale: z.enum(['fr', 'en']) });
export const MailTemplateInput = MailTemplateRef.extend({
  /** 0: the call has no words of its own yet. */
  version: z.coerce.number().int().min(0),
  subject: lines.pipe(z.string().min(1).max(200)),
  title: lines.pipe(z.string().min(1).max(200)),
  body: lines.pipe(z.string().min(1).max(10_000)),
});
export type MailTemplateInput = z.infer<typeof MailTemplateInput>;
