import type { Answer, Answers, Parts, Row, SimpleAnswer } from './answers';
import { rowsOf } from './answers';
import type { Field, FormDefinition, GroupField, SimpleField } from './form';
import { fieldsOf } from './shape';

/**
 * Two people, or two tabs, on one draft: a three-way merge by field. `base` is what the writer started from. Fields
 * only one side changed are taken from that side; a field both changed differently is a conflict that keeps both texts,
 * and the draft keeps `theirs` until somebody chooses. Nobody's words are lost in silence.
 */
export type Conflict = {
  /** `problem`, `sponsor.email`, `team#k1.role` (rows are named by key: their places may have moved). */
  path: string;
  field: string;
  mine: Answer | undefined;
  theirs: Answer | undefined;
};
export type Merged = {
  answers: Answers;
  conflicts: Conflict[] /** Fields that differ from theirs. */;
  written: string[];
};

export function mergeAnswers(definition: FormDefinition, base: Answers, mine: Answers, theirs: Answers): Merged {
  return mergeFields(fieldsOf(definition), base, mine, theirs);
}

/** Merges only these fields (a section, one autosaved field); the others stay as theirs. */
export function mergeFields(fields: readonly Field[], base: Answers, mine: Answers, theirs: Answers): Merged {
  const answers: Answers = { ...theirs };
  const conflicts: Conflict[] = [];
  const written: string[] = [];
  for (const field of fields) {
    const before = own(base, field.id);
    const current = own(theirs, field.id);
    const merged = mergeField(field, before, own(mine, field.id), current);
    conflicts.push(...merged.conflicts);
    if (sameAnswer(merged.answer, current)) continue;
    written.push(field.id);
    if (merged.answer === undefined) delete answers[field.id];
    else answers[field.id] = merged.answer;
  }
  return { answers, conflicts, written };
}

type MergedField<T extends Answer> = { answer: T | undefined; conflicts: Conflict[] };

function own<T>(record: { [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function mergeField(
  field: Field,
  base: Answer | undefined,
  mine: Answer | undefined,
  theirs: Answer | undefined,
): MergedField<Answer> {
  if (field.type === 'group' && !sameAnswer(base, theirs) && !sameAnswer(base, mine))
    return mergeRows(field, base, mine, theirs);
  return field.type === 'group'
    ? threeWay(field.id, field.id, base, mine, theirs)
    : mergeSimple(field, field.id, field.id, base, mine, theirs);
}

function mergeSimple(
  field: SimpleField,
  path: string,
  id: string,
  base: Answer | undefined,
  mine: Answer | undefined,
  theirs: Answer | undefined,
): MergedField<Answer> {
  if (sameAnswer(mine, base) || sameAnswer(theirs, base) || sameAnswer(mine, theirs))
    return threeWay(path, id, base, mine, theirs);
  if (field.type === 'manyOf' || field.type === 'file') return { answer: mergeList(base, mine, theirs), conflicts: [] };
  if (field.type === 'contact' || field.type === 'town' || field.type === 'organisation')
    return mergeParts(path, id, base, mine, theirs);
  return threeWay(path, id, base, mine, theirs);
}

function threeWay<T extends Answer>(
  path: string,
  field: string,
  base: T | undefined,
  mine: T | undefined,
  theirs: T | undefined,
): MergedField<T> {
  if (sameAnswer(mine, base) || sameAnswer(mine, theirs)) return { answer: theirs, conflicts: [] };
  if (sameAnswer(theirs, base)) return { answer: mine, conflicts: [] };
  return { answer: theirs, conflicts: [{ path, field, mine, theirs }] };
}

/** Options ticked and files: what either side added stays, what either side took away goes. */
function mergeList(base: Answer | undefined, mine: Answer | undefined, theirs: Answer | undefined): Answer {
  const [before, my, their] = [base, mine, theirs].map((one) =>
    Array.isArray(one) ? (one as (string | { id: string })[]) : [],
  );
  const id = (one: string | { id: string }) => (typeof one === 'string' ? one : one.id);
  const has = (list: (string | { id: string })[] | undefined, one: string | { id: string }) =>
    (list ?? []).some((other) => id(other) === id(one));
  const kept = (their ?? []).filter((one) => has(my, one) || !has(before, one));
  const added = (my ?? []).filter((one) => !has(before, one) && !has(their, one));
  return [...kept, ...added] as Answer;
}

function mergeParts(
  path: string,
  field: string,
  base: Answer | undefined,
  mine: Answer | undefined,
  theirs: Answer | undefined,
): MergedField<Answer> {
  const [before, my, their] = [base, mine, theirs].map((one) =>
    typeof one === 'object' && !Array.isArray(one) ? one : {},
  ) as [Parts, Parts, Parts];
  const answer: Parts = {};
  const conflicts: Conflict[] = [];
  for (const part of new Set([...Object.keys(their), ...Object.keys(my)])) {
    const merged = threeWay<string>(`${path}.${part}`, field, own(before, part), own(my, part), own(their, part));
    if (merged.answer !== undefined) answer[part] = merged.answer;
    conflicts.push(...merged.conflicts);
  }
  return { answer: Object.keys(answer).length > 0 ? answer : undefined, conflicts };
}

/** Rows by key. A row removed by one side and changed by the other stays: a removal can be done again, a text cannot. */
function mergeRows(
  group: GroupField,
  base: Answer | undefined,
  mine: Answer | undefined,
  theirs: Answer | undefined,
): MergedField<Answer> {
  const byKey = (answer: Answer | undefined) => new Map(rowsOf(answer).map((row) => [row._key, row]));
  const [before, my, their] = [byKey(base), byKey(mine), byKey(theirs)];
  const rows: Row[] = [];
  const conflicts: Conflict[] = [];
  for (const key of new Set([...their.keys(), ...my.keys()])) {
    const [old, left, right] = [before.get(key), my.get(key), their.get(key)];
    if (left && right) {
      const merged = mergeRow(group, key, old ?? { _key: key }, left, right);
      rows.push(merged.row);
      conflicts.push(...merged.conflicts);
      continue;
    }
    const only = left ?? right;
    if (only && (!old || !sameAnswer([only], [old]))) rows.push(only);
  }
  return { answer: rows.length > 0 ? rows : undefined, conflicts };
}

function mergeRow(
  group: GroupField,
  key: string,
  base: Row,
  mine: Row,
  theirs: Row,
): { row: Row; conflicts: Conflict[] } {
  const row: Row = { _key: key };
  const conflicts: Conflict[] = [];
  for (const field of group.fields) {
    const path = `${group.id}#${key}.${field.id}`;
    const merged = mergeSimple(field, path, group.id, own(base, field.id), own(mine, field.id), own(theirs, field.id));
    if (merged.answer !== undefined) row[field.id] = merged.answer as SimpleAnswer;
    conflicts.push(...merged.conflicts);
  }
  return { row, conflicts };
}

/** These answers with the other text wherever both had changed one: what a writer goes on from once they have chosen. */
export function withTheirs(answers: Answers, conflicts: readonly Conflict[]): Answers {
  const next = structuredClone(answers);
  for (const { path, field, theirs } of conflicts) {
    const [, key, inner = ''] = /^\w+(?:#(\w+))?\.?(.*)$/.exec(path) ?? [];
    if (key === undefined) next[field] = within(next[field], inner, theirs) as Answer;
    else {
      const rows = rowsOf(own(next, field));
      const row = rows.find((one) => one._key === key) ?? { _key: key };
      const [column = '', part = ''] = inner.split('.');
      row[column] = within(own(row, column), part, theirs) as SimpleAnswer;
      if (row[column] === undefined) delete row[column];
      next[field] = rows.includes(row) ? rows : [...rows, row];
    }
    if (next[field] === undefined) delete next[field];
  }
  return next;
}

function within(answer: Answer | undefined, part: string, theirs: Answer | undefined): Answer | undefined {
  if (part === '') return theirs;
  const parts: Parts = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  if (typeof theirs === 'string') parts[part] = theirs;
  else delete parts[part];
  return Object.keys(parts).length > 0 ? parts : undefined;
}

/** Same words: line ends apart, and nothing is the same as an empty text, list or set of parts. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  return canonical(a) === canonical(b);
}

export function sameAnswers(a: Answers, b: Answers): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'string') return JSON.stringify(value.replace(/\r\n?/g, '\n'));
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const parts = Object.entries(value)
    .map(([name, one]) => [name, canonical(one)] as const)
    .filter(([, text]) => text !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return parts.length === 0 ? '' : `{${parts.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}
