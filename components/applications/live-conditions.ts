import { type Answers, rowsOf } from '@/lib/calls/answers';
import { Conditions } from '@/lib/calls/conditions';
import { type Entry, readEntries } from '@/lib/calls/entries';
import type { FormDefinition } from '@/lib/calls/form';
import { findField, sectionFields } from '@/lib/calls/shape';

/** Shows and hides questions as answers change: the same rules as the server, read from the controls. */
export function showConditions(
  form: HTMLFormElement,
  { definition, section, answers }: { definition: FormDefinition; section: string; answers: Answers },
  entries: Entry[],
): void {
  const fields = sectionFields(definition, section) ?? [];
  const now = {
    ...answers,
    ...Object.fromEntries(fields.map((one) => [one.id, undefined])),
    ...readEntries(fields, entries, answers, () => 'x'),
  } as Answers;
  const conditions = new Conditions(definition, now);
  for (const element of form.querySelectorAll<HTMLElement>('[data-condition]')) {
    const shown = isShown(definition, conditions, now, element.dataset.condition ?? '');
    if (shown !== undefined) element.toggleAttribute('data-away', !shown);
  }
}

function isShown(
  definition: FormDefinition,
  conditions: Conditions,
  answers: Answers,
  path: string,
): boolean | undefined {
  const [, id = '', index, sub] = /^(\w+)(?:\[(\d+)\]\.(\w+))?$/.exec(path) ?? [];
  const field = findField(definition, id);
  if (!field) return undefined;
  if (index === undefined) return conditions.shows(field);
  const row = rowsOf(answers[id])[Number(index)];
  const column = field.type === 'group' ? field.fields.find((one) => one.id === sub) : undefined;
  return row && column && field.type === 'group' ? conditions.showsInRow(field, row, column) : undefined;
}
