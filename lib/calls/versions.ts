import type { Answer, Answers, Row, SimpleAnswer } from './answers';
import { isEmptyAnswer, readAnswer, rowsOf } from './answers';
import type { Bilingual, Field, FormDefinition } from './form';
import { sameAnswer } from './merge';
import { fieldsOf } from './shape';

/** What differs between two versions of a form, and how the answers of a draft follow. */
export type FormDiff = {
  added: Field[];
  removed: Field[];
  changed: { id: string; before: Field; after: Field; what: Change[] }[];
  /** Questions that went to another section. */
  moved: string[];
};
export type Change = 'wording' | 'type' | 'limits' | 'options' | 'required' | 'condition' | 'columns';

export function diffForms(before: FormDefinition, after: FormDefinition): FormDiff {
  const old = new Map(fieldsOf(before).map((one) => [one.id, one]));
  const now = new Map(fieldsOf(after).map((one) => [one.id, one]));
  const oldPlaces = places(before);
  const changed = [...now.values()].flatMap((field) => {
    const earlier = old.get(field.id);
    const what = earlier ? changes(earlier, field) : [];
    return earlier && what.length > 0 ? [{ id: field.id, before: earlier, after: field, what }] : [];
  });
  return {
    added: [...now.values()].filter((one) => !old.has(one.id)),
    removed: [...old.values()].filter((one) => !now.has(one.id)),
    changed,
    moved: [...places(after)].filter(([id, section]) => (oldPlaces.get(id) ?? section) !== section).map(([id]) => id),
  };
}

export function isSameForm(diff: FormDiff): boolean {
  return diff.added.length + diff.removed.length + diff.changed.length + diff.moved.length === 0;
}

function places(form: FormDefinition): Map<string, string> {
  return new Map(form.sections.flatMap((section) => section.fields.map((one) => [one.id, section.id] as const)));
}

const GROUPS: [Change, readonly string[]][] = [
  ['wording', ['label', 'help', 'example', 'unit', 'rowLabel']],
  ['limits', ['min', 'max', 'maxCharacters', 'maxLines', 'maxBytes', 'types', 'decimals', 'parts']],
  ['options', ['options']],
  ['required', ['required']],
  ['condition', ['showIf', 'requireIf']],
  ['columns', ['fields']],
];

function changes(before: Field, after: Field): Change[] {
  if (before.type !== after.type) return ['type'];
  const read = (field: Field, name: string) => JSON.stringify((field as Record<string, unknown>)[name] ?? null);
  return GROUPS.filter(([, names]) => names.some((name) => read(before, name) !== read(after, name))).map(
    ([what]) => what,
  );
}

/** An answer whose question is gone: kept with its label, shown as such, given back if the question returns. */
export type KeptAnswer = { id: string; label: Bilingual; type: Field['type']; answer: Answer; formNumber: number };
export type Moved = { answers: Answers; kept: KeptAnswer[] };

const TEXTS = new Set(['shortText', 'longText', 'email', 'phone', 'url']);

/** Answers of version `number` in the next version. Nothing is dropped: what has no place any more is in `kept`. */
export function moveAnswers(
  before: FormDefinition,
  after: FormDefinition,
  answers: Answers,
  kept: readonly KeptAnswer[],
  number: number,
): Moved {
  const now = new Map(fieldsOf(after).map((one) => [one.id, one]));
  const moved: Answers = {};
  const left: KeptAnswer[] = [];
  for (const field of fieldsOf(before)) {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    if (answer === undefined) continue;
    const target = now.get(field.id);
    const fitting = target ? fitted(field.type, target, answer) : undefined;
    if (fitting !== undefined) moved[field.id] = fitting;
    const lossless = fitting !== undefined && sameAnswer(fitting, answer);
    if (!lossless && !isEmptyAnswer(answer))
      left.push({ id: field.id, label: field.label, type: field.type, answer, formNumber: number });
  }
  const stay: KeptAnswer[] = [];
  for (const one of kept) {
    const target = now.get(one.id);
    const back = target && !Object.hasOwn(moved, one.id) ? fitted(one.type, target, one.answer) : undefined;
    if (back !== undefined && sameAnswer(back, one.answer)) moved[one.id] = back;
    else stay.push(one);
  }
  return { answers: moved, kept: [...stay, ...left] };
}

/** What of an answer the next question takes: an option that is no longer offered could not be seen nor changed there. */
function fitted(type: Field['type'], target: Field, answer: Answer): Answer | undefined {
  if (type !== target.type && !(TEXTS.has(type) && TEXTS.has(target.type))) return undefined;
  const read = readAnswer(target, answer);
  return read === undefined || read === null ? undefined : offered(target, read);
}

function offered(field: Field, answer: Answer): Answer | undefined {
  if (field.type === 'group')
    return rowsOf(answer).map((row) => {
      const kept: Row = { ...row };
      for (const column of field.fields) {
        const value = Object.hasOwn(row, column.id) ? offered(column, row[column.id] as Answer) : undefined;
        if (value === undefined) delete kept[column.id];
        else kept[column.id] = value as SimpleAnswer;
      }
      return kept;
    });
  if (field.type !== 'oneOf' && field.type !== 'manyOf') return answer;
  const known = (value: unknown) => field.options.some((one) => one.value === value);
  if (field.type === 'oneOf') return known(answer) ? answer : undefined;
  return Array.isArray(answer) ? ((answer as string[]).filter(known) as Answer) : answer;
}

/** What two sent versions of a file say differently, question by question, those no longer asked included. */
export type AnswerChange = { field: Field; before: Answer | undefined; after: Answer | undefined };

export function diffAnswers(
  before: { definition: FormDefinition; answers: Answers },
  after: { definition: FormDefinition; answers: Answers },
): AnswerChange[] {
  const now = fieldsOf(after.definition);
  const gone = fieldsOf(before.definition).filter((field) => !now.some((one) => one.id === field.id));
  return [...now, ...gone].flatMap((field) => {
    const [old, current] = [before.answers, after.answers].map((one) =>
      Object.hasOwn(one, field.id) ? one[field.id] : undefined,
    );
    return sameAnswer(withoutKeys(old), withoutKeys(current)) ? [] : [{ field, before: old, after: current }];
  });
}

function withoutKeys(answer: Answer | undefined): Answer | undefined {
  const rows = rowsOf(answer);
  return rows.length > 0 ? (rows.map((row) => ({ ...row, _key: '' })) as Row[]) : answer;
}
