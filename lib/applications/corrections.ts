import type { Answers } from '@/lib/calls/answers';
import type { Field, FormDefinition } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';
import type { AnswerError } from '@/lib/calls/validation';

/** The questions an applicant may be asked to correct: all that the form asks, but what is signed when sending. */
export const correctable = (form: FormDefinition): { section: FormDefinition['sections'][number]; fields: Field[] }[] =>
  form.sections.map((section) => ({ section, fields: section.fields })).filter(({ fields }) => fields.length > 0);

/** Those of the fields asked for that this form has, in its order. */
export const askedFields = (form: FormDefinition, ids: readonly string[]): Field[] =>
  fieldsOf(form).filter(({ id }) => ids.includes(id));

/** The fields asked for and those whose questions depend on them: a "yes" may ask for a number. */
export function withDependents(form: FormDefinition, ids: readonly string[]): string[] {
  const asked = new Set(ids);
  for (const { id, showIf, requireIf } of fieldsOf(form)) {
    const words: string[] = `${showIf ?? ''} ${requireIf ?? ''}`.match(/[a-zA-Z]\w*/g) ?? [];
    if (words.some((word) => ids.includes(word))) asked.add(id);
  }
  return [...asked];
}

/** The answers in force with the corrected ones in their place: an answer taken away is gone. */
export function corrected(inForce: Answers, fields: readonly Field[], written: Answers): Answers {
  const after: Answers = { ...inForce };
  for (const { id } of fields) {
    if (Object.hasOwn(written, id)) after[id] = written[id] as Answers[string];
    else delete after[id];
  }
  return after;
}

/** What is wrong with the fields asked for; a fault elsewhere is not theirs to mend. */
export const errorsOf = (errors: readonly AnswerError[], ids: readonly string[]): AnswerError[] =>
  errors.filter(({ field }) => ids.includes(field));

/** An open correction whose date has gone by counts as expired before the job has written it. */
export const isOpen = (one: { state: string; dueAt: Date }, graceSeconds: number, now: Date): boolean =>
  one.state === 'open' && now.getTime() <= one.dueAt.getTime() + graceSeconds * 1000;

/** What the page shows first: what was saved of the correction, else what is in force. */
export function startOf(
  correction: { answers: unknown; version: number; fieldIds: string[] },
  inForce: Answers,
): Answers {
  if (correction.version > 1) return correction.answers as Answers;
  return Object.fromEntries(Object.entries(inForce).filter(([id]) => correction.fieldIds.includes(id)));
}
