import { type Result, refuse } from '@/lib/result';
import { type FormProblem, formProblems } from './coherence';
import { applyEdit, type Edit, type EditRefusal } from './editing';
import type { FaultReason } from './expression';
import type { FormDefinition } from './form';
import { placeOf } from './form-places';
import { fieldsOf, findByPath } from './shape';

export type CheckedRefusal = EditRefusal | `condition_${FaultReason | 'circular'}` | 'breaks_condition' | 'breaks_rule';

/**
 * Applies an edit to a form. A condition that does not hold is refused beside where it was typed (`detail.field`); one
 * that would no longer hold elsewhere is named, so that it is changed first.
 */
export function checkedEdit(
  before: FormDefinition,
  edit: Edit,
  locale: string,
): Result<FormDefinition, CheckedRefusal> {
  const edited = applyEdit(before, edit);
  if (!edited.ok) return edited;
  const known = new Set(formProblems(before).map((one) => JSON.stringify(one)));
  const fresh = formProblems(edited.value).filter((one) => breaks(one) && !known.has(JSON.stringify(one)));
  const own = fresh.find((one) => isOwn(before, edit, one.path));
  const problem = own ?? fresh[0];
  if (!problem) return edited;
  if (!own && edit.act !== 'replace') {
    const place = placeOf(edited.value, problem.path, locale);
    return problem.reason === 'unknown_field'
      ? refuse('breaks_rule', { label: place.label })
      : refuse('breaks_condition', { label: place.label, condition: place.condition ?? '' });
  }
  return refuse(`condition_${problem.fault ?? 'circular'}`, {
    path: problem.path.replace(/\.\w+$/, ''),
    at: (problem.at ?? 0) + 1,
    found: problem.found ?? '',
    field: problem.path.split('.').at(-1) ?? '',
  });
}

const breaks = ({ reason, path }: FormProblem): boolean =>
  reason === 'condition' || reason === 'circular' || (reason === 'unknown_field' && path.startsWith('rule:'));

/** Whether the thing at this path is the one being edited: named by the edit, or new. */
function isOwn(before: FormDefinition, edit: Edit, path: string): boolean {
  const owner = path.replace(/\.\w+$/, '');
  switch (edit.act) {
    case 'edit_field':
      return owner === edit.path;
    case 'add_field':
      return !/^(section|rule):/.test(owner) && !findByPath(before, owner);
    case 'add_section':
      return owner.startsWith('section:') && !before.sections.some((one) => `section:${one.id}` === owner);
    case 'edit_section':
      return owner === `section:${edit.id}`;
    case 'set_rule': {
      const id = owner.replace('rule:', '');
      return [...before.ineligibility, ...before.consistency].every((one) => one.id !== id) || id === edit.id;
    }
    default:
      return false;
  }
}

/** Where on the builder's page the thing an edit made or changed stands. */
export function anchorOf(before: FormDefinition, after: FormDefinition, edit: Edit): string {
  switch (edit.act) {
    case 'edit_field':
    case 'move_field':
      return `at-${edit.path}`;
    case 'edit_section':
    case 'move_section':
      return `at-${edit.id}`;
    case 'add_field': {
      const known = new Set(pathsOf(before));
      return `at-${pathsOf(after).find((path) => !known.has(path)) ?? ''}`;
    }
    case 'add_section':
      return `at-${after.sections.at(-1)?.id ?? ''}`;
    case 'set_rule':
      return 'rules';
    case 'set_settings':
      return 'settings';
    default:
      return '';
  }
}

const pathsOf = (form: FormDefinition): string[] =>
  fieldsOf(form).flatMap((field) => [
    field.id,
    ...(field.type === 'group' ? field.fields.map((one) => `${field.id}.${one.id}`) : []),
  ]);
