import type { Node, Operator, Summary } from './formula';

/** Null is "unknown": not marked, not applicable, divided by zero. It spreads, except through summaries, which skip it. */
export type Value = number | null;

export interface FileFigures {
  /** One record per review that counts: criterion keys and other marks. */
  reviews: readonly Readonly<Record<string, Value | undefined>>[];
  figures: Readonly<Record<string, Value | undefined>>;
}

/** The value of a formula for one file. Never throws, never NaN or infinite. */
export function formulaValue(tree: Node, file: FileFigures): Value {
  return finite(numberOf(tree, file, null));
}

type Review = FileFigures['reviews'][number] | null;

function numberOf(node: Node, file: FileFigures, review: Review): Value {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'figure':
      return file.figures[node.name] ?? null;
    case 'mark':
      return review ? (review[node.name] ?? null) : summary('mean', valuesOf(node, file));
    case 'summary':
      return summary(node.name, valuesOf(node.of, file));
    case 'minus': {
      const value = numberOf(node.of, file, review);
      return value === null ? null : -value;
    }
    case 'if': {
      const holds = truthOf(node.of[0], file, review);
      return holds === null ? null : numberOf(node.of[holds ? 1 : 2], file, review);
    }
    case 'call': {
      const values = node.of.map((one) => numberOf(one, file, review));
      return values.every((value) => value !== null) ? call(node.name, values) : null;
    }
    case 'binary': {
      const [left, right] = [numberOf(node.left, file, review), numberOf(node.right, file, review)];
      return left === null || right === null ? null : finite(arithmetic(node.operator, left, right));
    }
    case 'not':
      return null;
  }
}

function valuesOf(node: Node, file: FileFigures): number[] {
  return file.reviews.flatMap((review) => numberOf(node, file, review) ?? []);
}

/** Three-valued: one false settles an `and`, one true an `or`. */
function truthOf(node: Node, file: FileFigures, review: Review): boolean | null {
  if (node.kind === 'not') {
    const value = truthOf(node.of, file, review);
    return value === null ? null : !value;
  }
  if (node.kind !== 'binary') return null;
  if (node.operator === 'and' || node.operator === 'or') {
    const settles = node.operator === 'or';
    const sides = [truthOf(node.left, file, review), truthOf(node.right, file, review)];
    return sides.includes(settles) ? settles : sides.includes(null) ? null : !settles;
  }
  const [left, right] = [numberOf(node.left, file, review), numberOf(node.right, file, review)];
  return left === null || right === null ? null : compare(node.operator, left, right);
}

/** Marks are compared at a billionth: 0.1 + 0.2 is 0.3. */
function compare(operator: Operator, left: number, right: number): boolean {
  const difference = Math.abs(left - right) < 1e-9 ? 0 : left - right;
  const answers: Partial<Record<Operator, boolean>> = {
    '<': difference < 0,
    '<=': difference <= 0,
    '>': difference > 0,
    '>=': difference >= 0,
    '=': difference === 0,
    '!=': difference !== 0,
  };
  return answers[operator] ?? false;
}

function arithmetic(operator: Operator, left: number, right: number): Value {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return right === 0 ? null : left / right;
}

function call(name: 'min' | 'max' | 'abs' | 'round', values: number[]): Value {
  const [first = 0, digits = 0] = values;
  if (name === 'abs') return Math.abs(first);
  if (name === 'min') return Math.min(...values);
  if (name === 'max') return Math.max(...values);
  const scale = 10 ** Math.min(9, Math.max(0, Math.round(digits)));
  return Math.round(first * scale) / scale;
}

function summary(name: Summary, values: number[]): Value {
  if (name === 'count') return values.length;
  const sum = values.reduce((total, value) => total + value, 0);
  if (name === 'sum') return sum;
  if (values.length === 0) return null;
  if (name === 'mean') return sum / values.length;
  if (name === 'lowest') return Math.min(...values);
  if (name === 'highest') return Math.max(...values);
  if (values.length < 2) return null;
  const mean = sum / values.length;
  return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1));
}

function finite(value: Value): Value {
  return value !== null && Number.isFinite(value) ? value : null;
}
