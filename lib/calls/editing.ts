import type { z } from 'zod';
import { nameKey } from '@/lib/people/names';
import { ok, type Result, refuse } from '@/lib/result';
import {
  type Bilingual,
  type Field,
  type FormDefinition,
  field as fieldSchema,
  formDefinition,
  type GroupField,
  type SimpleField,
} from './form';
import { ATTESTATIONS, fieldsOf } from './shape';

/** The acts of the form builder, each a pure change of the definition. A path is `problem` or `team.role`. */
export type Edit =
  | { act: 'add_section'; title: Bilingual; help?: Bilingual; showIf?: string }
  | { act: 'edit_section'; id: string; title: Bilingual; help?: Bilingual; showIf?: string }
  | { act: 'remove_section'; id: string }
  | { act: 'move_section'; id: string; by: -1 | 1 }
  | { act: 'add_field'; section: string; group?: string; field: Record<string, unknown> & { label: Bilingual } }
  | { act: 'edit_field'; path: string; field: object; section?: string }
  | { act: 'remove_field'; path: string }
  | { act: 'move_field'; path: string; by: -1 | 1 }
  | {
      act: 'set_rule';
      kind: 'ineligibility' | 'consistency';
      id?: string;
      when: string;
      message: Bilingual;
      field?: string;
    }
  | { act: 'remove_rule'; id: string }
  | { act: 'set_settings'; titleField?: string; organisationField?: string; charactersPerLine: number }
  | { act: 'replace'; form: FormDefinition };
export type EditRefusal = 'unknown' | 'invalid_field' | 'too_many';

export function applyEdit(before: FormDefinition, edit: Edit): Result<FormDefinition, EditRefusal> {
  const form = structuredClone(before);
  const changed = change(form, edit);
  if (!changed.ok) return changed;
  const parsed = formDefinition.safeParse(changed.value ?? form);
  return parsed.success ? ok(parsed.data) : refuse('too_many');
}

type Changed = Result<FormDefinition | null, EditRefusal>;
const DONE: Changed = ok(null);

function change(form: FormDefinition, edit: Edit): Changed {
  switch (edit.act) {
    case 'add_section':
      form.sections.push({
        id: freshId(edit.title.fr, takenIds(form)),
        title: edit.title,
        ...(edit.help ? { help: edit.help } : {}),
        ...(edit.showIf ? { showIf: edit.showIf } : {}),
        fields: [],
      });
      return DONE;
    case 'edit_section':
      return onSection(form, edit.id, (section) => {
        section.title = edit.title;
        assign(section, { help: edit.help, showIf: edit.showIf });
      });
    case 'remove_section': {
      const section = form.sections.find((one) => one.id === edit.id);
      if (!section) return refuse('unknown');
      for (const field of section.fields) forgetName(form, field.id);
      form.sections = form.sections.filter((one) => one !== section);
      return DONE;
    }
    case 'move_section':
      return move(form.sections, edit.id, edit.by);
    case 'add_field':
      return addField(form, edit);
    case 'edit_field':
      return editField(form, edit);
    case 'remove_field':
      forgetName(form, edit.path);
      return onList(form, edit.path, (list, index) => void list.splice(index, 1));
    case 'move_field':
      return onList(form, edit.path, (list, index) => swap(list, index, edit.by));
    case 'set_rule':
      return setRule(form, edit);
    case 'remove_rule':
      form.ineligibility = form.ineligibility.filter((one) => one.id !== edit.id);
      form.consistency = form.consistency.filter((one) => one.id !== edit.id);
      return DONE;
    case 'set_settings': {
      const { act: _, ...settings } = edit;
      assign(form, { titleField: undefined, organisationField: undefined, ...settings });
      return DONE;
    }
    case 'replace':
      return ok(edit.form);
  }
}

/** What names a file in lists falls back to the first short text and organisation. */
function forgetName(form: FormDefinition, id: string): void {
  for (const name of ['titleField', 'organisationField'] as const) if (form[name] === id) delete form[name];
}

function onSection(
  form: FormDefinition,
  id: string,
  work: (section: FormDefinition['sections'][number]) => void,
): Changed {
  const section = form.sections.find((one) => one.id === id);
  if (!section) return refuse('unknown');
  work(section);
  return DONE;
}

/** The list a path lives in, and its place there. */
function onList(form: FormDefinition, path: string, work: (list: Field[], index: number) => void): Changed {
  for (const list of listsOf(form, path)) {
    const index = list.findIndex((one) => one.id === (path.split('.')[1] ?? path));
    if (index < 0) continue;
    work(list, index);
    return DONE;
  }
  return refuse('unknown');
}

function listsOf(form: FormDefinition, path: string): Field[][] {
  if (!path.includes('.')) return [...form.sections.map((one) => one.fields), form.attestations as Field[]];
  const group = fieldsOf(form).find((one) => one.id === path.split('.')[0]);
  return group?.type === 'group' ? [group.fields as Field[]] : [];
}

function addField(form: FormDefinition, edit: Extract<Edit, { act: 'add_field' }>): Changed {
  const group = edit.group
    ? fieldsOf(form).find((one): one is GroupField => one.id === edit.group && one.type === 'group')
    : undefined;
  if (edit.group && !group) return refuse('unknown');
  const taken = new Set([...takenIds(form), ...(group?.fields.map((one) => one.id) ?? [])]);
  const id = freshId(edit.field.label.fr, taken);
  const column = edit.field.column as Bilingual | undefined;
  if (edit.field.type === 'group' && !column?.fr.trim())
    return refuse('invalid_field', { what: 'column', limit: 0, field: 'columnFr' });
  const fields = column && [{ type: 'shortText', id: freshId(column.fr, new Set()), label: column, required: true }];
  const parsed = fieldSchema.safeParse({ ...edit.field, ...(fields ? { fields } : {}), id });
  if (!parsed.success) return invalid(parsed.error.issues);
  if (group) {
    if (parsed.data.type === 'group' || parsed.data.type === 'file') return refuse('invalid_field');
    group.fields.push(parsed.data as SimpleField);
    return DONE;
  }
  if (edit.section === ATTESTATIONS) {
    if (parsed.data.type !== 'attestation') return refuse('invalid_field');
    form.attestations.push(parsed.data);
    return DONE;
  }
  return onSection(form, edit.section, (section) => section.fields.push(parsed.data));
}

/** What does not fit the type, with the control it was typed in (field-input.ts). */
function invalid(issues: readonly z.core.$ZodIssue[]): Changed {
  const [issue] = issues;
  if (!issue) return refuse('invalid_field');
  const what =
    issue.code === 'too_small' && issue.origin === 'array'
      ? 'nothing'
      : issue.code === 'too_small' || issue.code === 'too_big'
        ? issue.code
        : issue.path.includes('options')
          ? 'identifier'
          : issue.code === 'invalid_type'
            ? 'not_whole'
            : 'other';
  const limit = issue.code === 'too_small' ? issue.minimum : issue.code === 'too_big' ? issue.maximum : 0;
  const name = String(issue.path[0] ?? '');
  const megabytes = name === 'maxBytes';
  return refuse('invalid_field', {
    what,
    limit: megabytes ? Math.max(1, Number(limit) / 1_000_000) : Number(limit),
    field: megabytes ? 'megabytes' : name,
  });
}

/** Keeps the identifier, the type and a group's columns: answers and conditions refer to them. */
function editField(form: FormDefinition, edit: Extract<Edit, { act: 'edit_field' }>): Changed {
  let failed: Changed | undefined;
  const edited = onList(form, edit.path, (list, index) => {
    const old = list[index] as Field;
    const columns = old.type === 'group' ? { fields: old.fields } : {};
    const parsed = fieldSchema.safeParse({ ...edit.field, ...columns, type: old.type, id: old.id });
    if (!parsed.success) failed = invalid(parsed.error.issues);
    else list[index] = parsed.data;
  });
  if (failed) return failed;
  if (!edited.ok || edit.section === undefined || edit.path.includes('.')) return edited;
  return moveTo(form, edit.path, edit.section);
}

function moveTo(form: FormDefinition, id: string, section: string): Changed {
  const target = form.sections.find((one) => one.id === section);
  const source = form.sections.find((one) => one.fields.some((field) => field.id === id));
  if (!target || !source || target === source) return DONE;
  const moved = source.fields.find((one) => one.id === id) as Field;
  source.fields = source.fields.filter((one) => one !== moved);
  target.fields.push(moved);
  return DONE;
}

function setRule(
  form: FormDefinition,
  { kind, id, when, message, field }: Extract<Edit, { act: 'set_rule' }>,
): Changed {
  const rules = form[kind] as { id: string; when: string; message: Bilingual; field?: string }[];
  const taken = new Set([...form.ineligibility, ...form.consistency].map((one) => one.id));
  const rule = {
    id: id ?? freshId(message.fr, taken),
    when,
    message,
    ...(kind === 'consistency' ? { field: field ?? '' } : {}),
  };
  const index = rules.findIndex((one) => one.id === id);
  if (id && index < 0) return refuse('unknown');
  if (index < 0) rules.push(rule);
  else rules[index] = rule;
  return DONE;
}

function move(list: { id: string }[], id: string, by: -1 | 1): Changed {
  const index = list.findIndex((one) => one.id === id);
  if (index < 0) return refuse('unknown');
  swap(list, index, by);
  return DONE;
}

function swap<T>(list: T[], index: number, by: -1 | 1): void {
  const other = index + by;
  const [a, b] = [list[index], list[other]];
  if (a === undefined || b === undefined) return;
  list[index] = b;
  list[other] = a;
}

function assign<T extends object>(target: T, values: Partial<T>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete target[name as keyof T];
    else target[name as keyof T] = value as T[keyof T];
  }
}

function takenIds(form: FormDefinition): Set<string> {
  return new Set([...fieldsOf(form), ...form.sections].map((one) => one.id));
}

/** "Mesures du succès" → mesuresDuSucces, then mesuresDuSucces2…: readable in conditions, stable for ever. */
export function freshId(label: string, taken: ReadonlySet<string>): string {
  const words = nameKey(label)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 4);
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const base = (/^[a-z]/.test(joined) ? joined : `q${joined}`).slice(0, 36);
  const fits = (id: string) =>
    !taken.has(id) && fieldSchema.safeParse({ type: 'yesNo', id, label: { fr: '', en: '' } }).success;
  if (fits(base)) return base;
  for (let number = 2; ; number++) if (fits(`${base}${number}`)) return `${base}${number}`;
}
