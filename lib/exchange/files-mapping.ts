import { z } from 'zod';
import { APPLICATION_STATES, type ApplicationState } from '@/lib/applications/states';
import type { Answers, Parts, Row, SimpleAnswer } from '@/lib/calls/answers';
import type { FormDefinition, SimpleField } from '@/lib/calls/form';
import { isEmail, readDate } from '@/lib/calls/typed';
import { type AnswerError, validateAnswers } from '@/lib/calls/validation';
import { nameKey } from '@/lib/people/names';
import { caps, isSilent, type Raw, type Source, type SourceFile, textOf } from './files-source';
import { readValue, type ValueReason } from './reading-values';
import { placeOf } from './targets';

export const Mapping = z.record(z.string().max(300), z.string().max(150));
export type Mapping = z.infer<typeof Mapping>;

export type Kept = { id: string; label: string; value: unknown; why?: ValueReason };
export type Problem = {
  field: string;
  value: string;
  reason: ValueReason | 'bad_email' | 'no_key' | 'unknown_state' | 'not_a_moment' | 'no_place';
};
export type MappedFile = {
  key: string;
  line: number;
  email: string;
  name: string;
  receivedAt: Date | null;
  state: Exclude<ApplicationState, 'draft'>;
  reason: string;
  labels: string[];
  answers: Answers;
  /** Everything that found no place: never dropped. */
  rest: Kept[];
  problems: Problem[];
  /** What the form would still ask for, or would not accept. */
  errors: AnswerError[];
};

export type MapFault = { reason: 'twice' | 'unknown' | 'no_key'; field?: string; path?: string };

/** What keeps a mapping from being used: one place filled by two columns, a place that is not there, no column for numbers. */
export function mapFaults(form: FormDefinition, source: Source, map: Mapping): MapFault[] {
  const faults: MapFault[] = [];
  const taken = new Map<string, string>();
  for (const { id, label } of source.fields) {
    const path = map[id];
    if (!path) continue;
    if (!path.startsWith('@') && !placeOf(form, path)) faults.push({ reason: 'unknown', field: label, path });
    else if (taken.has(path) && path !== '@labels') faults.push({ reason: 'twice', field: label, path });
    taken.set(path, id);
  }
  if (source.kind === 'csv' && !taken.has('@key')) faults.push({ reason: 'no_key' });
  return faults;
}

/** One file from elsewhere as a file of ours. Total: whatever was typed there is either an answer or kept beside. */
export function mapFile(form: FormDefinition, source: Source, map: Mapping, file: SourceFile): MappedFile {
  const labels = new Map(source.fields.map(({ id, label }) => [id, label]));
  const out: MappedFile = {
    ...{
      key: file.key,
      line: file.line,
      email: file.email.trim().toLowerCase(),
      name: file.name,
      reason: file.reason,
      labels: [...file.labels],
    },
    ...{ receivedAt: null, state: 'submitted', answers: {}, rest: [...file.beside], problems: [], errors: [] },
  };
  if (file.state) takeState(out, file.state);
  if (file.receivedAt) takeMoment(out, file.receivedAt, 'dateDepot');
  for (const { id, block } of source.fields) {
    if (block) continue;
    const raw = file.values[id];
    if (raw === undefined || isSilent(raw)) continue;
    const path = map[id];
    if (!path) out.rest.push({ id, label: labels.get(id) ?? id, value: raw });
    else if (path.startsWith('@')) takeSpecial(out, path, textOf(raw), labels.get(id) ?? id);
    else put(out, form, path, raw, { id, label: labels.get(id) ?? id });
  }
  for (const [block, rows] of Object.entries(file.blocks)) {
    rows.forEach((row, index) => {
      for (const [id, raw] of Object.entries(row)) {
        if (isSilent(raw)) continue;
        const named = { id: `${block}[${index}].${id}`, label: `${labels.get(id) ?? id} (${index + 1})` };
        const path = map[id];
        if (path) put(out, form, path.replace('[]', `[${index}]`), raw, named);
        else out.rest.push({ ...named, value: raw });
      }
    });
  }
  finish(out, form);
  return out;
}

type Named = { id: string; label: string };

function put(out: MappedFile, form: FormDefinition, path: string, raw: Raw, named: Named): void {
  const place = placeOf(form, path);
  const keep = (reason: Problem['reason']) => {
    out.problems.push({ field: named.label, value: shortened(textOf(raw)), reason });
    out.rest.push({ ...named, value: raw, ...(reason === 'no_place' ? {} : { why: reason as ValueReason }) });
  };
  if (!place || place.row === 'each') {
    keep('no_place');
    return;
  }
  const field = (place.inner ?? place.field) as SimpleField;
  const holder =
    place.inner && typeof place.row === 'number' ? rowAt(out.answers, place.field.id, place.row) : out.answers;
  if (place.part) {
    const before = holder[field.id];
    const parts: Parts = typeof before === 'object' && !Array.isArray(before) ? before : {};
    holder[field.id] = { ...parts, [place.part]: textOf(raw).trim() };
    return;
  }
  const read = readValue(field, raw);
  if (!read.ok) {
    keep(read.reason);
    return;
  }
  const before = holder[field.id];
  const joins =
    typeof before === 'object' &&
    !Array.isArray(before) &&
    typeof read.answer === 'object' &&
    !Array.isArray(read.answer);
  holder[field.id] = (joins ? { ...(read.answer as Parts), ...(before as Parts) } : read.answer) as SimpleAnswer;
}

/** Rows are named by their place there, so that the same file read again is the same file. */
function rowAt(answers: Answers, id: string, index: number): Row {
  const rows = (answers[id] as Row[] | undefined) ?? [];
  answers[id] = rows;
  const key = `i${index + 1}`;
  const found = rows.find((row) => row._key === key);
  if (found) return found;
  const row: Row = { _key: key };
  rows.push(row);
  rows.sort((a, b) => Number(a._key.slice(1)) - Number(b._key.slice(1)));
  return row;
}

function takeSpecial(out: MappedFile, path: string, text: string, label: string): void {
  const value = text.trim();
  if (path === '@key') out.key = value.slice(0, 200);
  else if (path === '@name') out.name = value.slice(0, 200);
  else if (path === '@labels')
    out.labels.push(
      ...value
        .split(/[,;|]/)
        .map((one) => one.trim().slice(0, 60))
        .filter(Boolean),
    );
  else if (path === '@state') takeState(out, value, label);
  else if (path === '@received') takeMoment(out, value, label);
  else if (isEmail(value)) out.email = value.toLowerCase();
  else keepAside(out, label, value, 'bad_email');
}

function takeState(out: MappedFile, text: string, label = 'state'): void {
  const key = nameKey(text);
  const found = STATE_NAMES.get(key);
  if (found) out.state = found;
  else keepAside(out, label, text, 'unknown_state');
}

/** The words of our own exports, in both languages, besides the names of states. */
const WORDS: Partial<Record<ApplicationState, string[]>> = {
  submitted: ['déposé', 'recu', 'en construction', 'en instruction'],
  withdrawn: ['retiré', 'sans suite', 'classé sans suite'],
  eligible: ['recevable', 'accepté'],
  ineligible: ['non recevable', 'refusé', 'not eligible'],
  preselected: ['présélectionné', 'shortlisted', 'pre selected'],
  not_preselected: ['non présélectionné', 'not shortlisted', 'not pre selected'],
  selected: ['lauréat', 'retenu', 'laureate'],
  reserve: ['liste complémentaire', 'liste d’attente', 'reserve list', 'waiting list'],
  not_selected: ['non retenu', 'not selected'],
};
const STATE_NAMES = new Map(
  APPLICATION_STATES.flatMap((state) =>
    state === 'draft'
      ? []
      : [state, ...(WORDS[state] ?? [])].map((word) => [nameKey(word.replaceAll('_', ' ')), state] as const),
  ),
);

function takeMoment(out: MappedFile, text: string, label: string): void {
  const moment = momentOf(text);
  if (moment) out.receivedAt = moment;
  else keepAside(out, label, text, 'not_a_moment');
}

/** « 18/03/2022 23:59 » is a time in Paris; a day alone is its noon; ISO with its zone is what it says. */
function momentOf(text: string): Date | null {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text.trim())) {
    const date = new Date(text.trim());
    return Number.isNaN(date.getTime()) ? null : date;
  }
  const [, dayText = '', hour = '12', minute = '00'] =
    /^(\S+?)(?:(?:\s+|T|,\s*|\s+à\s+)(\d{1,2})\s?[:h]\s?(\d{2})?.*)?$/.exec(text.trim()) ?? [];
  const day = readDate(dayText);
  if (!day || Number(hour) > 23 || Number(minute || 0) > 59) return null;
  return inParis(`${day}T${hour.padStart(2, '0')}:${(minute || '00').padStart(2, '0')}:00`);
}

function inParis(local: string): Date {
  const asUtc = new Date(`${local}Z`);
  const shown = new Date(`${asUtc.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).replace(' ', 'T')}Z`);
  return new Date(asUtc.getTime() - (shown.getTime() - asUtc.getTime()));
}

function keepAside(out: MappedFile, label: string, value: string, reason: Problem['reason']): void {
  out.problems.push({ field: label, value: shortened(value), reason });
  out.rest.push({ id: label, label, value });
}

function finish(out: MappedFile, form: FormDefinition): void {
  for (const field of form.sections.flatMap((section) => section.fields)) {
    if (field.type !== 'group' || !out.answers[field.id]) continue;
    const rows = (out.answers[field.id] as Row[]).filter((row) => Object.keys(row).length > 1);
    if (rows.length > 0) out.answers[field.id] = rows;
    else delete out.answers[field.id];
  }
  out.labels = [...new Set(out.labels)].slice(0, 20);
  if (!out.key) out.problems.push({ field: '@key', value: '', reason: 'no_key' });
  if (out.email && !isEmail(out.email)) {
    keepAside(out, '@email', out.email, 'bad_email');
    out.email = '';
  }
  out.errors = validateAnswers(form, out.answers).filter(({ reason }) => reason !== 'must_agree');
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text.slice(0, caps.cell));
