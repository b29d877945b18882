import { type Answers, rowsOf } from '@/lib/calls/answers';
import { Conditions } from '@/lib/calls/conditions';
import { type Entry, readEntries } from '@/lib/calls/entries';
import type { Field, FormDefinition } from '@/lib/calls/form';
import { findField } from '@/lib/calls/shape';

/** What a form's controls hold, as it would be posted; of one question when it is named. */
export function entriesOf(form: HTMLFormElement, field?: string): Entry[] {
  const entries: Entry[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && (field === undefined || rootOf(name) === field)) entries.push([name, value]);
  }
  return entries;
}

/** `team[0].role` belongs to the question `team`. */
export const rootOf = (name: string): string => name.split(/[.[]/)[0] ?? '';

/** Shows and hides questions as answers change: the same rules as the server, read from the controls. */
export function showConditions(
  form: HTMLFormElement,
  { definition, fields, answers }: { definition: FormDefinition; fields: readonly Field[]; answers: Answers },
): Conditions {
  const now = {
    ...answers,
    ...Object.fromEntries(fields.map((one) => [one.id, undefined])),
    ...readEntries(fields, entriesOf(form), answers, () => 'x'),
  } as Answers;
  const conditions = new Conditions(definition, now);
  for (const element of form.querySelectorAll<HTMLElement>('[data-condition]')) {
    const said = decide(definition, conditions, now, element.dataset.condition ?? '');
    if (!said) continue;
    element.toggleAttribute('data-away', !said.shown);
    element.toggleAttribute('data-required', said.required);
  }
  return conditions;
}

function decide(
  definition: FormDefinition,
  conditions: Conditions,
  answers: Answers,
  path: string,
): { shown: boolean; required: boolean } | undefined {
  const section = definition.sections.find((one) => `section:${one.id}` === path);
  if (section) return { shown: conditions.showsSection(section), required: false };
  const [, id = '', index, sub] = /^(\w+)(?:\[(\d+)\]\.(\w+))?$/.exec(path) ?? [];
  const field = findField(definition, id);
  if (!field) return undefined;
  if (index === undefined) return { shown: conditions.shows(field), required: conditions.requires(field) };
  const row = rowsOf(answers[id])[Number(index)];
  const column = field.type === 'group' ? field.fields.find((one) => one.id === sub) : undefined;
  if (!row || !column || field.type !== 'group') return undefined;
  return {
    shown: conditions.showsInRow(field, row, column),
    required: conditions.requiresInRow(field, row, column),
  };
}
