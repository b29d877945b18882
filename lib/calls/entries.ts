import type { Answer, Answers, Parts, Row, SimpleAnswer, StoredFile } from './answers';
import { isRowKey, rowsOf } from './answers';
import type { Field, GroupField, SimpleField } from './form';
import { CONTACT_PARTS } from './shape';
import { readCents, readDate, readNumber } from './typed';

/**
 * Answers ⇄ form fields, so that a form posted without JavaScript and one saved by script mean the same.
 * Names: `problem`, `sponsor.email`, `team[0].role`, and `team[0]._key` beside each row.
 */
export type Entry = [name: string, value: string];

export const PARTS = {
  organisation: ['name', 'siret', 'id', 'parent'],
  town: ['name', 'postcode'],
  contact: CONTACT_PARTS,
} as const;

const MAX_ROWS = 200;

/**
 * Reads the fields of a posted section. A field without entry is cleared (an unticked box posts nothing), except files,
 * which are uploaded apart and kept from `previous`. Anything not asked for is ignored.
 */
export function readEntries(
  fields: readonly Field[],
  entries: Iterable<[string, unknown]>,
  previous: Answers,
  newKey: () => string,
): Answers {
  const posted = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue;
    const list = posted.get(name);
    // Browsers send CR LF; the text that was typed has LF.
    const text = value.replace(/\r\n?/g, '\n');
    if (list) list.push(text);
    else posted.set(name, [text]);
  }
  const answers: Answers = {};
  for (const field of fields) {
    const before = Object.hasOwn(previous, field.id) ? previous[field.id] : undefined;
    const answer =
      field.type === 'group' ? readRows(field, posted, before, newKey) : readOne(field, field.id, posted, before);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

function readOne(
  field: SimpleField,
  name: string,
  posted: Map<string, string[]>,
  before: Answer | undefined,
): SimpleAnswer | undefined {
  if (field.type === 'file') return before as StoredFile[] | undefined;
  if (field.type === 'organisation' || field.type === 'town' || field.type === 'contact') {
    const parts: Parts = {};
    for (const part of PARTS[field.type]) {
      const text = posted.get(`${name}.${part}`)?.[0];
      if (text) parts[part] = text;
    }
    return Object.keys(parts).length > 0 ? parts : undefined;
  }
  const all = (posted.get(name) ?? []).filter((text) => text !== '');
  if (field.type === 'manyOf') return all.length > 0 ? [...new Set(all)] : undefined;
  const text = all[0];
  return text === undefined ? undefined : typedAnswer(field, text);
}

/** What was typed, read when it can be; otherwise the text itself, to be shown again with its error. */
export function typedAnswer(field: SimpleField, text: string): SimpleAnswer | undefined {
  switch (field.type) {
    case 'number':
      return readNumber(text) ?? text;
    case 'money':
      return readCents(text) ?? text;
    case 'date':
      return readDate(text) ?? text;
    case 'yesNo':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'attestation':
      return text === 'yes' ? true : undefined;
    default:
      return text;
  }
}

function readRows(
  group: GroupField,
  posted: Map<string, string[]>,
  before: Answer | undefined,
  newKey: () => string,
): Row[] | undefined {
  const pattern = /^([a-zA-Z0-9]+)\[(\d{1,3})\]\./;
  const indexes = new Set<number>();
  for (const name of posted.keys()) {
    const match = pattern.exec(name);
    if (match?.[1] === group.id) indexes.add(Number(match[2]));
  }
  const known = new Map(rowsOf(before).map((row) => [row._key, row]));
  const rows: Row[] = [];
  for (const index of [...indexes].sort((a, b) => a - b).slice(0, MAX_ROWS)) {
    const posted_key = posted.get(`${group.id}[${index}]._key`)?.[0] ?? '';
    const fresh = isRowKey(posted_key) && !rows.some((row) => row._key === posted_key);
    const row: Row = { _key: fresh ? posted_key : newKey() };
    const earlier = known.get(row._key);
    for (const field of group.fields) {
      const answer = readOne(field, `${group.id}[${index}].${field.id}`, posted, earlier?.[field.id]);
      if (answer !== undefined) row[field.id] = answer;
    }
    rows.push(row);
  }
  return rows.length > 0 ? rows : undefined;
}

/** The entries a browser would post for these answers. */
export function toEntries(fields: readonly Field[], answers: Answers): Entry[] {
  return fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    if (field.type !== 'group') return entriesOf(field, field.id, answer);
    return rowsOf(answer).flatMap((row, index) => [
      [`${field.id}[${index}]._key`, row._key] as Entry,
      ...field.fields.flatMap((one) =>
        entriesOf(one, `${field.id}[${index}].${one.id}`, Object.hasOwn(row, one.id) ? row[one.id] : undefined),
      ),
    ]);
  });
}

function entriesOf(field: SimpleField, name: string, answer: Answer | undefined): Entry[] {
  if (answer === undefined || field.type === 'file') return [];
  if (field.type === 'manyOf') return (answer as string[]).map((one) => [name, one]);
  if (typeof answer === 'object')
    return Object.entries(answer as Parts).map(([part, text]) => [`${name}.${part}`, text]);
  const text = inputText(field, answer);
  return text === '' ? [] : [[name, text]];
}

/** The text to put in the control of a simple field. Decimal comma, as it may be typed in both languages. */
export function inputText(field: SimpleField, answer: Answer | undefined): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : field.type === 'yesNo' ? 'no' : '';
  if (typeof answer === 'string') return answer;
  if (typeof answer !== 'number') return '';
  if (field.type !== 'money') return plainNumber(answer).replace('.', ',');
  const cents = Math.abs(answer % 100);
  const euros = `${answer < 0 ? '-' : ''}${Math.trunc(Math.abs(answer) / 100)}`;
  return cents === 0 ? euros : `${euros},${String(cents).padStart(2, '0')}`;
}

function plainNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(Math.round(value * 1e6) / 1e6);
}

export type Intent =
  | { act: 'add'; field: string }
  | { act: 'remove'; field: string; key: string }
  | { act: 'detach'; field: string; key: string };

/** A pressed button `add:team`, `remove:team:k1`, `detach:slides:fileId`; null for anything else. */
export function readIntent(value: unknown): Intent | null {
  const match =
    typeof value === 'string' ? /^(add|remove|detach):([a-zA-Z0-9]{1,40})(?::([\w-]{1,64}))?$/.exec(value) : null;
  const [, act, field = '', key = ''] = match ?? [];
  if (act === 'add') return { act, field };
  return (act === 'remove' || act === 'detach') && key ? { act, field, key } : null;
}

/** The answers after the button: a row more within the maximum, a row or a file less. */
export function applyIntent(fields: readonly Field[], answers: Answers, intent: Intent, newKey: () => string): Answers {
  const field = fields.find((one) => one.id === intent.field);
  const answer = field && Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  if (field?.type === 'group') {
    const rows = rowsOf(answer);
    if (intent.act === 'add' && rows.length < field.max)
      return { ...answers, [field.id]: [...rows, { _key: newKey() }] };
    if (intent.act === 'remove') return { ...answers, [field.id]: rows.filter((row) => row._key !== intent.key) };
  }
  if (field?.type === 'file' && intent.act === 'detach' && Array.isArray(answer)) {
    return { ...answers, [field.id]: (answer as StoredFile[]).filter((file) => file.id !== intent.key) };
  }
  return answers;
}
