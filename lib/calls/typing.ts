import type { Expression, Fault, FaultReason } from './expression';
import { parseExpression } from './expression';
import type { Field, FormDefinition, GroupField, Option } from './form';
import { CONTACT_PARTS, fieldsOf } from './shape';

/** Checks a condition against the fields it may speak of, so that a wrong one is refused in the builder. */
type Type =
  | { is: 'boolean' | 'number' | 'text' | 'date' | 'record' | 'files' }
  | { is: 'choice' | 'choices'; options: Option[] }
  | { is: 'rows'; group: GroupField };

export type Scope = ReadonlyMap<string, Field>;

/** The fields a condition may name: all top-level ones and, inside a group, those of the same row first. */
export function scopeOf(definition: FormDefinition, group?: GroupField): Scope {
  const scope = new Map<string, Field>();
  for (const one of fieldsOf(definition)) scope.set(one.id, one);
  for (const one of group?.fields ?? []) scope.set(one.id, one);
  return scope;
}

/** Parses and type-checks a condition: its tree, or the first fault. */
export function checkCondition(
  source: string,
  scope: Scope,
): { ok: true; tree: Expression } | { ok: false; fault: Fault } {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed;
  try {
    if (typeOf(parsed.tree, scope).is !== 'boolean') refuse('not_a_condition', parsed.tree);
    return parsed;
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Names of the top-level or row fields a tree reads. */
export function namesIn(tree: Expression): string[] {
  switch (tree.kind) {
    case 'field':
    case 'count':
    case 'sum':
      return [tree.name];
    case 'not':
    case 'empty':
      return namesIn(tree.of);
    case 'and':
    case 'or':
    case 'compare':
    case 'arithmetic':
      return [...namesIn(tree.left), ...namesIn(tree.right)];
    case 'in':
      return [...namesIn(tree.value), ...tree.list.flatMap(namesIn)];
    case 'contains':
      return [...namesIn(tree.value), tree.name];
    default:
      return [];
  }
}

class Refusal extends Error {
  constructor(readonly fault: Fault) {
    super(fault.reason);
  }
}

function refuse(reason: FaultReason, tree: { at: number }, found?: string): never {
  throw new Refusal({ reason, at: tree.at, ...(found === undefined ? {} : { found }) });
}

function typeOfField(field: Field): Type {
  switch (field.type) {
    case 'number':
    case 'money':
      return { is: 'number' };
    case 'date':
      return { is: 'date' };
    case 'yesNo':
    case 'attestation':
      return { is: 'boolean' };
    case 'oneOf':
      return { is: 'choice', options: field.options };
    case 'manyOf':
      return { is: 'choices', options: field.options };
    case 'organisation':
    case 'contact':
    case 'town':
      return { is: 'record' };
    case 'file':
      return { is: 'files' };
    case 'group':
      return { is: 'rows', group: field };
    default:
      return { is: 'text' };
  }
}

/** The parts one can name after a dot. */
export function partsOf(field: Field): readonly string[] {
  if (field.type === 'organisation') return ['name', 'siret'];
  if (field.type === 'town') return ['name', 'postcode'];
  return field.type === 'contact' ? CONTACT_PARTS : [];
}

function named(name: string, tree: { at: number }, scope: Scope): Field {
  const field = scope.get(name);
  if (field) return field;
  // A question of every row has no answer of its own outside its group: it is counted or added up.
  for (const one of scope.values())
    if (one.type === 'group' && one.fields.some(({ id }) => id === name)) refuse('in_group', tree, `${one.id}.${name}`);
  return refuse('unknown_field', tree, name);
}

function typeOf(tree: Expression, scope: Scope): Type {
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'boolean':
      return { is: tree.kind };
    case 'field': {
      const field = named(tree.name, tree, scope);
      if (tree.part === undefined) return typeOfField(field);
      if (partsOf(field).includes(tree.part)) return { is: 'text' };
      const inRows = field.type === 'group' && field.fields.some(({ id }) => id === tree.part);
      return inRows ? refuse('in_group', tree, `${tree.name}.${tree.part}`) : refuse('unknown_part', tree, tree.part);
    }
    case 'count': {
      const type = typeOfField(named(tree.name, tree, scope));
      return ['rows', 'files', 'choices'].includes(type.is) ? { is: 'number' } : refuse('wrong_type', tree, tree.name);
    }
    case 'sum':
      return typeOfSum(tree, scope);
    case 'not':
      return only('boolean', tree.of, scope);
    case 'and':
    case 'or':
      only('boolean', tree.left, scope);
      return only('boolean', tree.right, scope);
    case 'arithmetic':
      only('number', tree.left, scope);
      return only('number', tree.right, scope);
    case 'compare':
      return typeOfComparison(tree, scope);
    case 'in':
      for (const one of tree.list) comparable(tree.value, one, scope);
      return { is: 'boolean' };
    case 'contains':
      return typeOfContains(tree, scope);
    case 'empty':
      if (tree.of.kind !== 'field') refuse('unknown_field', tree.of);
      typeOf(tree.of, scope);
      return { is: 'boolean' };
  }
}

function typeOfContains(tree: Expression & { kind: 'contains' }, scope: Scope): Type {
  const type = typeOfField(named(tree.name, tree, scope));
  if (type.is !== 'choices' || tree.part !== undefined || tree.value.kind !== 'text')
    return refuse('wrong_type', tree, tree.name);
  hasOption(type.options, tree.value.value, tree.value);
  return { is: 'boolean' };
}

function typeOfSum(tree: Expression & { kind: 'sum' }, scope: Scope): Type {
  const type = typeOfField(named(tree.name, tree, scope));
  if (type.is !== 'rows') return refuse('wrong_type', tree, tree.name);
  const part = type.group.fields.find((one) => one.id === tree.part) ?? refuse('unknown_part', tree, tree.part);
  return part.type === 'number' || part.type === 'money' ? { is: 'number' } : refuse('wrong_type', tree, tree.part);
}

function typeOfComparison(tree: Expression & { kind: 'compare' }, scope: Scope): Type {
  const type = comparable(tree.left, tree.right, scope);
  const ordered = type.is === 'number' || type.is === 'date';
  if (!ordered && tree.operator !== '=' && tree.operator !== '!=') refuse('wrong_type', tree, tree.operator);
  return { is: 'boolean' };
}

function only(is: 'boolean' | 'number', tree: Expression, scope: Scope): Type {
  const type = typeOf(tree, scope);
  return type.is === is ? type : refuse('wrong_type', tree);
}

/** Both sides must be of one comparable kind; a text beside a choice must be one of its options. */
function comparable(left: Expression, right: Expression, scope: Scope): Type {
  const a = typeOf(left, scope);
  const b = typeOf(right, scope);
  if (a.is === 'choice' && right.kind === 'text') {
    hasOption(a.options, right.value, right);
    return a;
  }
  if (b.is === 'choice' && left.kind === 'text') {
    hasOption(b.options, left.value, left);
    return b;
  }
  if (a.is !== b.is || !['boolean', 'number', 'text', 'date', 'choice'].includes(a.is)) refuse('wrong_type', right);
  return a;
}

function hasOption(options: Option[], value: string, tree: { at: number }): void {
  if (!options.some((one) => one.value === value)) refuse('unknown_option', tree, value);
}
