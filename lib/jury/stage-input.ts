import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const optionalMoment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'invalid' })
  .optional();

/** A moment typed by the coordination: Paris time. */
export const parisMoment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'invalid' })
  .transform((typed) => instantOf(typed, 'Europe/Paris'));

export const instantOf = (local: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds);

/** Opening a stage on a call: its name, its rubric by template, and when jurors may read and mark. */
export const newStage = z.object({
  callId: z.uuid(),
  name: z.string().trim().min(1).max(120),
  template: z.string().max(60),
  opensAt: optionalMoment,
  closesAt: optionalMoment,
});
export type NewStage = z.infer<typeof newStage>;

/** Half-days are named by day and part: "2026-03-24-am". */
export const halfDay = z.string().regex(/^\d{4}-\d{2}-\d{2}-(am|pm)$/);

/** What a stage asks beside its rubric. Minutes are those of the guide of cohort 4. */
export const stageSettings = z.object({
  readersPerFile: z.coerce.number().int().min(0).max(50).default(3),
  loadMax: z.coerce.number().int().min(0).max(500).nullable().default(null),
  places: z.coerce.number().int().min(0).max(1000).nullable().default(null),
  halfDays: z.array(halfDay).max(20).default([]),
  panels: z.coerce.number().int().min(1).max(50).default(3),
  panelMin: z.coerce.number().int().min(1).max(30).default(5),
  panelMax: z.coerce.number().int().min(1).max(30).default(8),
  anchors: z.coerce.number().int().min(0).max(20).default(0),
  /** Anchor files chosen by name; the others, up to `anchors`, are the best placed (lib/jury/anchors.ts). */
  anchorFiles: z.array(z.uuid()).max(20).default([]),
  /** Teams were asked when they can come; until then nobody is. */
  teamsAsked: z.boolean().default(false),
  rhythm: z
    .object({
      amongJurors: z.coerce.number().int().min(0).max(240).default(10),
      pitch: z.coerce.number().int().min(0).max(240).default(5),
      questions: z.coerce.number().int().min(0).max(240).default(15),
      deliberation: z.coerce.number().int().min(0).max(240).default(10),
      pause: z.coerce.number().int().min(0).max(240).default(15),
      generalGrid: z.coerce.number().int().min(0).max(240).default(30),
    })
    .prefault({}),
  morning: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .default('09:00'),
  afternoon: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .default('14:00'),
  /** Rules that order files, each breaking the ties of those before (lib/jury/ranking.ts). */
  ranking: z.array(z.string().max(60)).max(8).default(['mean']),
  /** Seated jurors read the titles, as far as the rubric hides nothing of them, to declare their ties before any content. */
  titlesOpen: z.boolean().default(false),
  /** The room follows the deliberation live. */
  deliberationOpen: z.boolean().default(false),
  /** A rehearsal: nothing of it is mailed or published. */
  rehearsal: z.boolean().default(false),
});
export type StageSettings = z.infer<typeof stageSettings>;

/** Settings as the database holds them; what is missing takes its default. */
export const readSettings = (value: unknown): StageSettings => stageSettings.parse(value ?? {});

const count = (max: number) => z.coerce.number().int().min(0).max(max);

/** The settings as forms send them: only those of the page at hand. Half-days are typed one a line. */
export const settingsForm = z.object({
  stageId: z.uuid(),
  back: z.enum(['assignment', 'panels']),
  readersPerFile: count(50).optional(),
  loadMax: count(500).nullable().optional(),
  places: count(1000).optional(),
  panels: count(50).optional(),
  panelMin: count(30).optional(),
  panelMax: count(30).optional(),
  anchors: count(20).optional(),
  /** Sent by the form that chooses anchor files: only then does nothing ticked mean none. */
  anchorsChosen: z.string().max(3).optional(),
  anchorFiles: z.array(z.uuid()).max(20).optional(),
  morning: z
    .string()
    .regex(/^\d{2}:\d{2}$/, { error: 'invalid' })
    .optional(),
  afternoon: z
    .string()
    .regex(/^\d{2}:\d{2}$/, { error: 'invalid' })
    .optional(),
  rhythm: z
    .object({
      amongJurors: count(240),
      pitch: count(240),
      questions: count(240),
      deliberation: count(240),
      pause: count(240),
      generalGrid: count(240),
    })
    .optional(),
  halfDays: z
    .string()
    .max(500)
    .transform((typed) => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))])
    .pipe(z.array(halfDay).max(20))
    .optional(),
});
