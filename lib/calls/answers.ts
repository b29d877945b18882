import type { Field, FormDefinition, SimpleField } from './form';
import { visibleText } from './lines';
import { CONTACT_PARTS, fieldsOf } from './shape';

/** Answers of a draft: JSON by field identifier. Numbers and money that cannot be read stay the text that was typed. */
export type StoredFile = { id: string; name: string; size: number; type: string };
export type Parts = { [part: string]: string };
export type SimpleAnswer = string | number | boolean | string[] | Parts | StoredFile[];
/** A row of a repeated group; `_key` names it for good, wherever it moves. */
export type Row = { _key: string; [field: string]: SimpleAnswer };
export type Answer = SimpleAnswer | Row[];
export type Answers = { [field: string]: Answer };

/** Beyond this a text is refused, not stored: no limit of a form comes near. */
export const MAX_TEXT = 100_000;
const MAX_LIST = 200;
const ORGANISATION_PARTS = ['name', 'siret', 'id', 'parent'] as const;
const TOWN_PARTS = ['name', 'postcode'] as const;

export type ReadAnswers = { ok: true; answers: Answers } | { ok: false; malformed: string[] };

/**
 * Reads untrusted JSON into answers of this form. Unknown keys are ignored; a value of another shape, a NUL or a text
 * beyond MAX_TEXT is malformed and named by path.
 */
export function readAnswers(definition: FormDefinition, value: unknown): ReadAnswers {
  if (!isPlain(value)) return { ok: false, malformed: [''] };
  const answers: Answers = {};
  const malformed: string[] = [];
  for (const field of fieldsOf(definition)) {
    if (!Object.hasOwn(value, field.id)) continue;
    const answer = readAnswer(field, value[field.id]);
    if (answer === undefined) malformed.push(field.id);
    else if (answer !== null) answers[field.id] = answer;
  }
  return malformed.length > 0 ? { ok: false, malformed } : { ok: true, answers };
}

/** One answer: null when it says nothing was answered, undefined when it has not the shape of its field. */
export function readAnswer(field: Field, value: unknown): Answer | null | undefined {
  if (value === null || value === undefined) return null;
  return field.type === 'group' ? readRows(field.fields, value) : readSimple(field, value);
}

function readSimple(field: SimpleField, value: unknown): SimpleAnswer | null | undefined {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? (Number.isFinite(value) ? value : undefined) : readText(value);
    case 'money':
      return typeof value === 'number' ? (Number.isSafeInteger(value) ? value : undefined) : readText(value);
    case 'yesNo':
    case 'attestation':
      return typeof value === 'boolean' ? value : undefined;
    case 'manyOf':
      return readList(value, (one) => (typeof one === 'string' && one.length <= 100 ? readText(one) : undefined));
    case 'file':
      return readList(value, readFile);
    case 'organisation':
      return readParts(ORGANISATION_PARTS, value);
    case 'town':
      return readParts(TOWN_PARTS, value);
    case 'contact':
      return readParts(CONTACT_PARTS, value);
    default:
      return readText(value);
  }
}

/** Text exactly as typed, but for halves of characters that no database stores. */
function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_TEXT || value.includes('\u0000')) return undefined;
  return value.toWellFormed();
}

function readList<T>(value: unknown, read: (one: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_LIST) return undefined;
  const list = value.map(read);
  return list.includes(undefined) ? undefined : (list as T[]);
}

function readParts(names: readonly string[], value: unknown): Parts | undefined {
  if (!isPlain(value)) return undefined;
  const parts: Parts = {};
  for (const name of names) {
    if (!Object.hasOwn(value, name) || value[name] === null) continue;
    const text = readText(value[name]);
    if (text === undefined) return undefined;
    if (text !== '') parts[name] = text;
  }
  return parts;
}

function readFile(value: unknown): StoredFile | undefined {
  if (!isPlain(value)) return undefined;
  const { id, name, size, type } = value;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  const fileName = readText(name);
  return fileName === undefined || typeof type !== 'string' || type.length > 20
    ? undefined
    : { id, name: fileName, size, type };
}

function readRows(fields: readonly SimpleField[], value: unknown): Row[] | undefined {
  const keys = new Set<string>();
  return readList(value, (one) => {
    if (!isPlain(one) || typeof one._key !== 'string' || !isRowKey(one._key) || keys.has(one._key)) return undefined;
    keys.add(one._key);
    const row: Row = { _key: one._key };
    for (const field of fields) {
      if (!Object.hasOwn(one, field.id)) continue;
      const answer = readAnswer(field, one[field.id]);
      if (answer === undefined) return undefined;
      if (answer !== null) row[field.id] = answer as SimpleAnswer;
    }
    return row;
  });
}

export function isRowKey(key: string): boolean {
  return /^[A-Za-z0-9]{1,32}$/.test(key);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when a reader would see nothing there: spaces and invisible characters do not answer. */
export function isEmptyAnswer(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === false) return answer === undefined;
  if (typeof answer === 'string') return visibleText(answer) === '';
  if (Array.isArray(answer))
    return (answer as unknown[]).every((one) => isPlain(one) && '_key' in one && isEmptyRow(one as Row));
  if (typeof answer === 'object') {
    return Object.entries(answer).every(([part, text]) => part === 'id' || visibleText(text) === '');
  }
  return false;
}

export function isEmptyRow(row: Row): boolean {
  return Object.entries(row).every(([name, answer]) => name === '_key' || isEmptyAnswer(answer));
}

/** The rows a reader would count: those with something in them. */
export function filledRows(answer: Answer | undefined): Row[] {
  return rowsOf(answer).filter((row) => !isEmptyRow(row));
}

export function rowsOf(answer: Answer | undefined): Row[] {
  if (!Array.isArray(answer)) return [];
  return (answer as unknown[]).filter((one): one is Row => isPlain(one) && typeof one._key === 'string');
}
