import type { Answers, Parts } from './answers';
import type { Field, FormDefinition } from './form';
import { visibleText } from './lines';
import { fieldsOf } from './shape';

/** How a file is named in lists: copied from its answers whenever they are saved. */
export function titleOf(form: FormDefinition, answers: Answers): string {
  const field = named(form, form.titleField, 'shortText');
  const answer = field && Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  return typeof answer === 'string' ? oneLine(answer) : '';
}

export function organisationOf(form: FormDefinition, answers: Answers): { name: string; siret: string; id: string } {
  const field = named(form, form.organisationField, 'organisation');
  const answer = field && Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  const parts: Parts = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  return { name: oneLine(parts.name ?? ''), siret: (parts.siret ?? '').replace(/\D/g, ''), id: parts.id ?? '' };
}

function named(form: FormDefinition, id: string | undefined, type: Field['type']): Field | undefined {
  return fieldsOf(form).find((one) => (id === undefined ? one.type === type : one.id === id));
}

function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').slice(0, 300);
}

/** "7 bis" → "C7B": what precedes the number in a file's reference. */
export function referencePrefix(cohortNumber: string): string {
  const digits = /\d+/.exec(cohortNumber)?.[0] ?? '';
  const letters = cohortNumber.replace(/[^a-z]/gi, '').toUpperCase();
  return `C${digits}${digits ? letters.slice(0, 1) : letters.slice(0, 4)}`;
}

export const reference = (cohortNumber: string, number: number): string =>
  `${referencePrefix(cohortNumber)}-${String(number).padStart(4, '0')}`;
