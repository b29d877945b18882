import type { Comparison, Expression } from './expression';

/**
 * Evaluates a condition in three values: what is not answered is unknown (null), and unknown goes through "and",
 * "or" and "not" as in Kleene's logic. Total: never throws, whatever the tree and the answers.
 */
export type Truth = boolean | null;
export type Value = boolean | number | string | { date: string } | readonly string[] | null;

/** Where a tree finds its values; each function answers null when nothing usable was answered. */
export type Lookup = {
  value(name: string, part?: string): Value;
  count(name: string): number | null;
  sum(name: string, part: string): number | null;
  isEmpty(name: string, part?: string): boolean;
};

export function evaluate(tree: Expression, lookup: Lookup): Truth {
  const value = valueIn(tree, lookup);
  return typeof value === 'boolean' ? value : null;
}

function valueIn(tree: Expression, lookup: Lookup): Value {
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return tree.value;
    case 'date':
      return { date: tree.value };
    case 'field':
      return lookup.value(tree.name, tree.part);
    case 'count':
      return lookup.count(tree.name);
    case 'sum':
      return lookup.sum(tree.name, tree.part);
    case 'not':
      return negate(evaluate(tree.of, lookup));
    case 'and':
      return both(evaluate(tree.left, lookup), evaluate(tree.right, lookup));
    case 'or':
      return negate(both(negate(evaluate(tree.left, lookup)), negate(evaluate(tree.right, lookup))));
    case 'arithmetic':
      return compute(tree.operator, valueIn(tree.left, lookup), valueIn(tree.right, lookup));
    case 'compare':
      return compare(tree.operator, valueIn(tree.left, lookup), valueIn(tree.right, lookup));
    case 'in':
      return membership(
        valueIn(tree.value, lookup),
        tree.list.map((one) => valueIn(one, lookup)),
      );
    case 'contains':
      return contains(lookup.value(tree.name, tree.part), valueIn(tree.value, lookup));
    case 'empty':
      return tree.of.kind === 'field' ? lookup.isEmpty(tree.of.name, tree.of.part) : null;
  }
}

function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function both(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

function compute(operator: '+' | '-' | '*', left: Value, right: Value): Value {
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  const result = operator === '+' ? left + right : operator === '-' ? left - right : left * right;
  // Binary fractions: 0.1 + 0.2 must equal 0.3 for the person who wrote the condition.
  const rounded = Math.round(result * 1e6) / 1e6;
  return Number.isFinite(rounded) ? rounded : null;
}

function compare(operator: Comparison, left: Value, right: Value): Truth {
  const a = plain(left);
  const b = plain(right);
  if (a === null || b === null || typeof a !== typeof b) return null;
  if (operator === '=') return a === b;
  if (operator === '!=') return a !== b;
  if (typeof a === 'boolean') return null;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function plain(value: Value): boolean | number | string | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return 'date' in value && typeof value.date === 'string' ? value.date : null;
}

function membership(value: Value, list: Value[]): Truth {
  if (plain(value) === null) return null;
  const found = list.map((one) => compare('=', value, one));
  if (found.includes(true)) return true;
  return found.includes(null) ? null : false;
}

function contains(list: Value, value: Value): Truth {
  if (!Array.isArray(list) || typeof value !== 'string') return null;
  return list.includes(value);
}
