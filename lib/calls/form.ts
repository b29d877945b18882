import { z } from 'zod';
import { CONTACT_PARTS, FILE_TYPES } from './shape';

/**
 * A form is data: versioned JSON that the builder edits, the browser and the server both read, and that can be
 * exported and imported. Identifiers are stable: answers, conditions and earlier versions refer to them.
 */
export const FORM_FORMAT = 1;

/** Names that exist on every JavaScript object: as an identifier they would read the prototype, not the answer. */
const RESERVED = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON']);
/** Words of the expression language (docs/expressions.md). */
export const KEYWORDS = ['and', 'or', 'not', 'in', 'is', 'empty', 'yes', 'no', 'count', 'sum'] as const;

export const fieldId = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'identifier')
  .refine((id) => !RESERVED.has(id) && !(KEYWORDS as readonly string[]).includes(id), 'identifier');

export const bilingual = z.object({ fr: z.string().max(4000), en: z.string().max(4000) });
export type Bilingual = z.infer<typeof bilingual>;

const expression = z.string().max(1000);
const count = z.number().int().min(0).max(1000);

const common = {
  id: fieldId,
  label: bilingual,
  help: bilingual.optional(),
  example: bilingual.optional(),
  required: z.boolean().default(false),
  showIf: expression.optional(),
  requireIf: expression.optional(),
};

export const option = z.object({ value: z.string().regex(/^[a-z0-9][a-zA-Z0-9_-]{0,39}$/), label: bilingual });
export type Option = z.infer<typeof option>;
const options = z.array(option).min(1).max(200);

const ISO_DATE = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const simple = [
  z.object({ type: z.literal('shortText'), ...common, maxCharacters: count.optional() }),
  z.object({
    type: z.literal('longText'),
    ...common,
    maxLines: count.min(1).optional(),
    maxCharacters: z.number().int().min(1).max(50_000).optional(),
  }),
  z.object({
    type: z.literal('number'),
    ...common,
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.number().int().min(0).max(6).default(0),
    unit: bilingual.optional(),
  }),
  /** Bounds in cents. */
  z.object({
    type: z.literal('money'),
    ...common,
    min: z.number().int().optional(),
    max: z.number().int().optional(),
  }),
  z.object({ type: z.literal('date'), ...common, min: ISO_DATE.optional(), max: ISO_DATE.optional() }),
  z.object({ type: z.literal('yesNo'), ...common }),
  z.object({ type: z.literal('oneOf'), ...common, options }),
  z.object({
    type: z.literal('manyOf'),
    ...common,
    options,
    min: count.optional(),
    max: count.optional(),
  }),
  z.object({ type: z.literal('email'), ...common }),
  z.object({ type: z.literal('phone'), ...common }),
  z.object({ type: z.literal('url'), ...common }),
  z.object({ type: z.literal('organisation'), ...common }),
  z.object({
    type: z.literal('contact'),
    ...common,
    parts: z.array(z.enum(CONTACT_PARTS)).min(1).optional(),
  }),
  z.object({ type: z.literal('town'), ...common }),
  z.object({
    type: z.literal('file'),
    ...common,
    types: z.array(z.enum(FILE_TYPES)).min(1).default(['pdf']),
    maxBytes: z.number().int().min(1).max(50_000_000).default(10_000_000),
    max: count.min(1).default(1),
  }),
  z.object({ type: z.literal('attestation'), ...common }),
] as const;

export const simpleField = z.discriminatedUnion('type', simple);
export type SimpleField = z.infer<typeof simpleField>;

export const groupField = z.object({
  type: z.literal('group'),
  ...common,
  /** What one row is called: "Profile", "Team member". */
  rowLabel: bilingual,
  min: count.max(50).default(0),
  max: count.min(1).max(50).default(10),
  fields: z.array(simpleField).min(1).max(20),
});
export type GroupField = z.infer<typeof groupField>;

export const field = z.discriminatedUnion('type', [...simple, groupField]);
export type Field = z.infer<typeof field>;
export type FieldType = Field['type'];
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;

export const section = z.object({
  id: fieldId,
  title: bilingual,
  help: bilingual.optional(),
  showIf: expression.optional(),
  fields: z.array(field).max(100),
});
export type Section = z.infer<typeof section>;

/** When the condition is true the file cannot be eligible; the sentence tells the applicant why. */
export const ineligibilityRule = z.object({ id: fieldId, when: expression.min(1), message: bilingual });
export type IneligibilityRule = z.infer<typeof ineligibilityRule>;

/** A contradiction between answers: when the condition is true, the sentence is an error of that field. */
export const consistencyRule = ineligibilityRule.extend({ field: fieldId });
export type ConsistencyRule = z.infer<typeof consistencyRule>;

export const formDefinition = z.object({
  format: z.literal(FORM_FORMAT).default(FORM_FORMAT),
  /** How long a line is when a limit is given in lines (see lines.ts). */
  charactersPerLine: z.number().int().min(20).max(200).default(90),
  sections: z.array(section).max(60),
  /** The answers that name a file and its organisation in lists; without them, the first short text and organisation. */
  titleField: fieldId.optional(),
  organisationField: fieldId.optional(),
  /** What the applicant signs when sending, asked after the sections on the page "check your answers". */
  attestations: z
    .array(z.object({ type: z.literal('attestation'), ...common }))
    .max(20)
    .default([]),
  ineligibility: z.array(ineligibilityRule).max(50).default([]),
  consistency: z.array(consistencyRule).max(50).default([]),
});
export type FormDefinition = z.infer<typeof formDefinition>;
export type FormDefinitionInput = z.input<typeof formDefinition>;

export const FIELD_TYPES = field.options.map((one) => one.shape.type.value) as FieldType[];

/** Reads untrusted JSON (import, database) into a definition; never throws. */
export function parseForm(value: unknown): { ok: true; form: FormDefinition } | { ok: false; problems: string[] } {
  const parsed = formDefinition.safeParse(value);
  if (parsed.success) return { ok: true, form: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}
