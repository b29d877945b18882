import { type Comparison, type Expression, parseExpression } from './expression';
import { inLanguage } from './shape';
import type { Scope } from './typing';

/** The words of a reader's language (messages: `calls.saying`), its numbers and its days. */
export type Saying = {
  locale: string;
  say: (key: string, values?: Record<string, string>) => string;
  /** What a part of an answer is called: `siret`, `postcode`. */
  part: (name: string) => string;
  number: (value: number) => string;
  date: (iso: string) => string;
};
type Reading = Saying & { scope: Scope };

const NUMBERS: Record<Comparison, string> = {
  '=': 'is',
  '!=': 'isNot',
  '<': 'below',
  '<=': 'atMost',
  '>': 'above',
  '>=': 'atLeast',
};
const DAYS: Record<Comparison, string> = {
  ...NUMBERS,
  '<': 'before',
  '<=': 'notAfter',
  '>': 'after',
  '>=': 'notBefore',
};
const OPPOSITE: Record<Comparison, Comparison> = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' };

/** A condition as somebody who fills in the form reads it: « Cofinancement demandé » est « Oui ». Null when it is none. */
export function conditionInWords(source: string, scope: Scope, saying: Saying): string | null {
  const parsed = parseExpression(source);
  return parsed.ok ? clause(parsed.tree, { ...saying, scope }) : null;
}

function clause(tree: Expression, reading: Reading): string {
  const { say } = reading;
  switch (tree.kind) {
    case 'and':
    case 'or': {
      const side = (one: Expression) => {
        const text = clause(one, reading);
        return (one.kind === 'and' || one.kind === 'or') && one.kind !== tree.kind ? `(${text})` : text;
      };
      return `${side(tree.left)} ${say(tree.kind)} ${side(tree.right)}`;
    }
    case 'not':
      return opposite(tree.of, reading);
    case 'compare':
      return compared(tree, tree.operator, reading);
    case 'in':
      return among(tree, 'is', reading);
    case 'contains':
      return contained(tree, 'has', reading);
    case 'empty':
      return say('empty', { left: value(tree.of, reading) });
    case 'field':
      return say('is', { left: value(tree, reading), right: say('quoted', { text: say('yes') }) });
    default:
      return value(tree, reading);
  }
}

function opposite(tree: Expression, reading: Reading): string {
  const { say } = reading;
  switch (tree.kind) {
    case 'compare':
      return compared(tree, OPPOSITE[tree.operator], reading);
    case 'in':
      return among(tree, 'isNot', reading);
    case 'contains':
      return contained(tree, 'lacks', reading);
    case 'empty':
      return say('filled', { left: value(tree.of, reading) });
    case 'field':
      return say('is', { left: value(tree, reading), right: say('quoted', { text: say('no') }) });
    case 'not':
      return clause(tree.of, reading);
    default:
      return say('not', { of: clause(tree, reading) });
  }
}

function compared(tree: Expression & { kind: 'compare' }, operator: Comparison, reading: Reading): string {
  const days = [tree.left, tree.right].some((one) => one.kind === 'date' || fieldOf(one, reading)?.type === 'date');
  const left = value(tree.left, reading, tree.right);
  return reading.say((days ? DAYS : NUMBERS)[operator], { left, right: value(tree.right, reading, tree.left) });
}

function among(tree: Expression & { kind: 'in' }, key: string, reading: Reading): string {
  const all = tree.list.map((one) => value(one, reading, tree.value));
  const right = all.length > 1 ? `${all.slice(0, -1).join(', ')} ${reading.say('or')} ${all.at(-1)}` : (all[0] ?? '');
  return reading.say(key, { left: value(tree.value, reading), right });
}

function contained(tree: Expression & { kind: 'contains' }, key: string, reading: Reading): string {
  const field: Expression = { kind: 'field', name: tree.name, at: tree.at };
  return reading.say(key, { left: value(field, reading), right: value(tree.value, reading, field) });
}

/** One side of a comparison. `beside` is the other: an option is called by its label. */
function value(tree: Expression, reading: Reading, beside?: Expression): string {
  const { say, locale } = reading;
  const quoted = (text: string) => say('quoted', { text });
  switch (tree.kind) {
    case 'number':
      return reading.number(tree.value);
    case 'date':
      return reading.date(tree.value);
    case 'boolean':
      return quoted(say(tree.value ? 'yes' : 'no'));
    case 'text': {
      const field = beside && fieldOf(beside, reading);
      const option = field && 'options' in field && field.options.find((one) => one.value === tree.value);
      return quoted(option ? inLanguage(option.label, locale) : tree.value);
    }
    case 'field': {
      const part = tree.part === 'name' && fieldOf(tree, reading)?.type === 'town' ? 'town' : tree.part;
      return quoted([labelOf(tree.name, reading), part && reading.part(part)].filter(Boolean).join(', '));
    }
    case 'count':
      return say('count', { of: quoted(labelOf(tree.name, reading)) });
    case 'sum': {
      const group = reading.scope.get(tree.name);
      const part = group?.type === 'group' ? group.fields.find((one) => one.id === tree.part) : undefined;
      const of = quoted(labelOf(tree.name, reading));
      return say('sum', { part: quoted(part ? inLanguage(part.label, locale) : tree.part), of });
    }
    case 'arithmetic':
      return `${value(tree.left, reading)} ${tree.operator === '*' ? '×' : tree.operator} ${value(tree.right, reading)}`;
    default:
      return clause(tree, reading);
  }
}

const fieldOf = (tree: Expression, { scope }: Reading) => (tree.kind === 'field' ? scope.get(tree.name) : undefined);

function labelOf(name: string, { scope, locale }: Reading): string {
  const field = scope.get(name);
  return field ? inLanguage(field.label, locale) : name;
}
