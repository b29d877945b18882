import type { FaultReason } from './expression';
import type { Bilingual, Field, FormDefinition, GroupField } from './form';
import { fieldsOf } from './shape';
import { checkCondition, namesIn, scopeOf } from './typing';

/** What must be mended before a form is published. `path` says where: `team.role.showIf`, `section:funding.title`. */
export type FormProblem = {
  path: string;
  reason:
    | 'empty_form'
    | 'empty_section'
    | 'missing_french'
    | 'duplicate_id'
    | 'duplicate_option'
    | 'min_above_max'
    | 'unknown_field'
    | 'circular'
    | 'file_in_group'
    | 'condition';
  fault?: FaultReason;
  at?: number;
  found?: string;
};

/** Words that have no English: whoever reads in English gets the French. Told, never an obstacle. */
export function untranslated(form: FormDefinition): string[] {
  const missing = (path: string, words: Bilingual | undefined) =>
    words && words.fr.trim() !== '' && words.en.trim() === '' ? [path] : [];
  const ofField = (field: Field, path: string): string[] => [
    ...missing(`${path}.label`, field.label),
    ...missing(`${path}.help`, field.help),
    ...missing(`${path}.example`, field.example),
    ...('unit' in field ? missing(`${path}.unit`, field.unit) : []),
    ...('options' in field ? field.options.flatMap((one) => missing(`${path}.options.${one.value}`, one.label)) : []),
    ...(field.type === 'group' ? missing(`${path}.rowLabel`, field.rowLabel) : []),
    ...(field.type === 'group' ? field.fields.flatMap((one) => ofField(one, `${path}.${one.id}`)) : []),
  ];
  return [
    ...form.sections.flatMap((one) => [
      ...missing(`section:${one.id}.title`, one.title),
      ...missing(`section:${one.id}.help`, one.help),
    ]),
    ...fieldsOf(form).flatMap((one) => ofField(one, one.id)),
    ...[...form.ineligibility, ...form.consistency].flatMap((one) => missing(`rule:${one.id}.message`, one.message)),
  ];
}

/** An empty list: the form may be published. An empty form may be saved, never published (`publishing`). */
export function formProblems(form: FormDefinition, { publishing = false } = {}): FormProblem[] {
  const problems: FormProblem[] = [];
  if (publishing && form.sections.length === 0) problems.push({ path: '', reason: 'empty_form' });
  for (const section of form.sections) {
    const path = `section:${section.id}`;
    problems.push(...labelled(`${path}.title`, section.title), ...labelled(`${path}.help`, section.help));
    problems.push(...condition(form, `${path}.showIf`, section.showIf));
    if (publishing && section.fields.length === 0) problems.push({ path, reason: 'empty_section' });
  }
  problems.push(...duplicates(form.sections, 'section:'), ...duplicates(fieldsOf(form)));
  for (const field of fieldsOf(form)) problems.push(...fieldProblems(form, field));
  for (const rule of [...form.ineligibility, ...form.consistency]) {
    problems.push(
      ...condition(form, `rule:${rule.id}.when`, rule.when),
      ...labelled(`rule:${rule.id}.message`, rule.message),
    );
  }
  for (const [path, id] of [
    ['titleField', form.titleField],
    ['organisationField', form.organisationField],
  ] as const) {
    if (id !== undefined && !fieldsOf(form).some((one) => one.id === id))
      problems.push({ path, reason: 'unknown_field' });
  }
  for (const rule of form.consistency) {
    if (!fieldsOf(form).some((one) => one.id === rule.field))
      problems.push({ path: `rule:${rule.id}.field`, reason: 'unknown_field' });
  }
  problems.push(...duplicates([...form.ineligibility, ...form.consistency], 'rule:'), ...circles(form));
  return problems;
}

function fieldProblems(form: FormDefinition, field: Field, group?: GroupField): FormProblem[] {
  const path = group ? `${group.id}.${field.id}` : field.id;
  const problems = [
    ...labelled(`${path}.label`, field.label),
    ...labelled(`${path}.help`, field.help),
    ...labelled(`${path}.example`, field.example),
    ...condition(form, `${path}.showIf`, field.showIf, group),
    ...condition(form, `${path}.requireIf`, field.requireIf, group),
  ];
  if ('options' in field) {
    problems.push(...field.options.flatMap((one) => labelled(`${path}.options.${one.value}`, one.label)));
    if (new Set(field.options.map((one) => one.value)).size < field.options.length)
      problems.push({ path, reason: 'duplicate_option' });
  }
  if ('min' in field && field.min !== undefined && field.max !== undefined && field.min > field.max) {
    problems.push({ path, reason: 'min_above_max' });
  }
  if (field.type === 'group') {
    problems.push(...labelled(`${path}.rowLabel`, field.rowLabel));
    problems.push(...duplicates(field.fields, `${path}.`));
    problems.push(...field.fields.flatMap((one) => fieldProblems(form, one, field)));
    // Files are uploaded beside the form, one question at a time: a row may not exist yet.
    for (const one of field.fields)
      if (one.type === 'file') problems.push({ path: `${path}.${one.id}`, reason: 'file_in_group' });
  }
  return problems;
}

function labelled(path: string, label: Bilingual | undefined): FormProblem[] {
  return label && label.fr.trim() === '' ? [{ path, reason: 'missing_french' }] : [];
}

function condition(form: FormDefinition, path: string, source: string | undefined, group?: GroupField): FormProblem[] {
  if (source === undefined || source.trim() === '') return [];
  const checked = checkCondition(source, scopeOf(form, group));
  if (checked.ok) return [];
  const { reason: fault, at, found } = checked.fault;
  return [{ path, reason: 'condition', fault, at, ...(found === undefined ? {} : { found }) }];
}

function duplicates(things: readonly { id: string }[], prefix = ''): FormProblem[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return [...twice].map((id) => ({ path: `${prefix}${id}`, reason: 'duplicate_id' }));
}

/** Whether a field is shown may not depend, even through others, on itself. */
function circles(form: FormDefinition): FormProblem[] {
  const reads = new Map<string, Set<string>>();
  for (const section of form.sections) {
    for (const field of section.fields)
      reads.set(field.id, new Set([...names(form, section.showIf), ...names(form, field.showIf)]));
  }
  for (const field of form.attestations) reads.set(field.id, new Set(names(form, field.showIf)));
  return [...reads.keys()]
    .filter((id) => reaches(reads, id))
    .map((id) => ({ path: `${id}.showIf`, reason: 'circular' }));
}

function names(form: FormDefinition, source: string | undefined): string[] {
  const checked = source ? checkCondition(source, scopeOf(form)) : undefined;
  return checked?.ok ? namesIn(checked.tree) : [];
}

function reaches(reads: Map<string, Set<string>>, start: string): boolean {
  const todo = [...(reads.get(start) ?? [])];
  const seen = new Set<string>();
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    todo.push(...(reads.get(id) ?? []));
  }
  return false;
}
