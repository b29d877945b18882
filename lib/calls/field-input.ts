import { z } from 'zod';
import type { Bilingual, Field } from './form';
import { CONTACT_PARTS, FILE_TYPES } from './shape';

/** The screen of one question, flat as a form posts it, and the question it means; nothing is lost either way. */
const text = z.string().max(4000).default('');
const number = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'))
  .refine((typed) => typed === '' || Number.isFinite(Number(typed)), 'invalid')
  .transform((typed) => (typed === '' ? undefined : Number(typed)));
const many = <T extends string>(values: readonly [T, ...T[]]) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(z.enum(values)));

export const FieldInput = z.object({
  labelFr: z.string().trim().min(1).max(4000),
  labelEn: text,
  helpFr: text,
  helpEn: text,
  exampleFr: text,
  exampleEn: text,
  required: z.string().optional(),
  showIf: z.string().max(1000).default(''),
  requireIf: z.string().max(1000).default(''),
  min: number,
  max: number,
  minDate: z.string().max(10).default(''),
  maxDate: z.string().max(10).default(''),
  maxLines: number,
  maxCharacters: number,
  decimals: number,
  unitFr: text,
  unitEn: text,
  rowFr: text,
  rowEn: text,
  /** The first question of a new group: a group without any could not be answered. */
  columnFr: text,
  columnEn: text,
  megabytes: number,
  /** One option a line: `value | French | English`. */
  options: z.string().max(20_000).default(''),
  types: many(FILE_TYPES),
  parts: many(CONTACT_PARTS),
});
export type FieldInput = z.output<typeof FieldInput>;

const both = (fr: string, en: string): Bilingual | undefined => (fr.trim() || en.trim() ? { fr, en } : undefined);

/** The question a posted screen means, without identifier; what has no meaning for the type is left out. */
export function fieldFrom(type: Field['type'], input: FieldInput): Record<string, unknown> & { label: Bilingual } {
  return dropUndefined({
    type,
    label: { fr: input.labelFr, en: input.labelEn },
    help: both(input.helpFr, input.helpEn),
    example: both(input.exampleFr, input.exampleEn),
    required: input.required !== undefined,
    showIf: input.showIf.trim() || undefined,
    requireIf: input.requireIf.trim() || undefined,
    ...ofType(type, input),
  }) as Record<string, unknown> & { label: Bilingual };
}

function ofType(type: Field['type'], input: FieldInput): object {
  switch (type) {
    case 'shortText':
      return { maxCharacters: input.maxCharacters };
    case 'longText':
      return { maxLines: input.maxLines, maxCharacters: input.maxCharacters };
    case 'number':
      return { min: input.min, max: input.max, decimals: input.decimals ?? 0, unit: both(input.unitFr, input.unitEn) };
    case 'money':
      return { min: cents(input.min), max: cents(input.max) };
    case 'date':
      return { min: input.minDate || undefined, max: input.maxDate || undefined };
    case 'oneOf':
      return { options: readOptions(input.options) };
    case 'manyOf':
      return { options: readOptions(input.options), min: input.min, max: input.max };
    case 'contact':
      return { parts: input.parts.length > 0 ? input.parts : undefined };
    case 'file':
      return {
        types: input.types.length > 0 ? input.types : undefined,
        maxBytes: bytes(input.megabytes),
        max: input.max,
      };
    case 'group':
      return {
        rowLabel: both(input.rowFr, input.rowEn) ?? { fr: input.labelFr, en: input.labelEn },
        min: input.min,
        max: input.max,
        column: both(input.columnFr, input.columnEn),
      };
    default:
      return {};
  }
}

const cents = (euros: number | undefined) => (euros === undefined ? undefined : Math.round(euros * 100));
const bytes = (megabytes: number | undefined) =>
  megabytes === undefined ? undefined : Math.round(megabytes * 1_000_000);

function readOptions(typed: string): { value: string; label: Bilingual }[] {
  const rows = typed.split('\n').map((line) => line.split('|').map((part) => part.trim()));
  return rows
    .filter(([first]) => first)
    .map(([value = '', fr, en]) => ({ value: optionValue(value), label: { fr: fr || value, en: en ?? '' } }));
}

const optionValue = (typed: string): string =>
  typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
    .slice(0, 40);

/** The screen's values for an existing question. */
export function inputOf(field: Field): Record<string, string | string[]> {
  const shown = (value: unknown, factor = 1) =>
    typeof value === 'number' ? String(value / factor).replace('.', ',') : '';
  const any = field as Field & Record<string, unknown>;
  const factor = field.type === 'money' ? 100 : 1;
  const date = field.type === 'date' ? field : undefined;
  return {
    labelFr: field.label.fr,
    labelEn: field.label.en,
    helpFr: field.help?.fr ?? '',
    helpEn: field.help?.en ?? '',
    exampleFr: field.example?.fr ?? '',
    exampleEn: field.example?.en ?? '',
    ...(field.required ? { required: 'on' } : {}),
    showIf: field.showIf ?? '',
    requireIf: field.requireIf ?? '',
    min: shown(any.min, factor),
    max: shown(any.max, factor),
    minDate: date?.min ?? '',
    maxDate: date?.max ?? '',
    maxLines: shown(any.maxLines),
    maxCharacters: shown(any.maxCharacters),
    decimals: shown(any.decimals),
    unitFr: field.type === 'number' ? (field.unit?.fr ?? '') : '',
    unitEn: field.type === 'number' ? (field.unit?.en ?? '') : '',
    rowFr: field.type === 'group' ? field.rowLabel.fr : '',
    rowEn: field.type === 'group' ? field.rowLabel.en : '',
    megabytes: shown(any.maxBytes, 1_000_000),
    options:
      'options' in field
        ? field.options.map((one) => `${one.value} | ${one.label.fr} | ${one.label.en}`).join('\n')
        : '',
    types: field.type === 'file' ? field.types : [],
    parts: field.type === 'contact' ? [...(field.parts ?? CONTACT_PARTS)] : [],
  };
}

function dropUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
