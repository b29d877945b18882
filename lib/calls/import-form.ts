import type { z } from 'zod';
import { type FormProblem, formProblems } from './coherence';
import { type FormDefinition, formDefinition } from './form';

/** What is wrong in a form brought as JSON: where it stops being JSON, where it is not a form, what does not hold. */
export type ImportProblem =
  | { kind: 'syntax'; line: number; column: number }
  | { kind: 'shape'; reason: ShapeReason; place: string; label: string; limit: number; found: string }
  | { kind: 'form'; problem: FormProblem };
export type ShapeReason =
  | 'missing'
  | 'wrong_kind'
  | 'unknown_type'
  | 'identifier'
  | 'too_small'
  | 'too_big'
  | 'invalid';
export type ReadForm = { ok: true; form: FormDefinition } | { ok: false; problems: ImportProblem[] };

/** Reads the text of a form, whoever wrote it; never throws. What the builder can mend afterwards is let in. */
export function readFormText(text: string): ReadForm {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problems: [syntaxProblem(text)] };
  }
  const parsed = formDefinition.safeParse(value);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map((issue) => shapeProblem(value, issue)) };
  const wrong = formProblems(parsed.data).filter(({ reason }) =>
    ['condition', 'circular', 'duplicate_id'].includes(reason),
  );
  return wrong.length === 0
    ? { ok: true, form: parsed.data }
    : { ok: false, problems: wrong.map((problem) => ({ kind: 'form', problem })) };
}

/** The engine does not always say where; the first place where what comes before could not go on does. */
function syntaxProblem(text: string): ImportProblem {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const before = text.slice(0, good).split('\n');
  return { kind: 'syntax', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Whether this is the beginning of some JSON: the only fault is that it ends. */
function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = /position (\d+)/.exec(message)?.[1];
    return message.startsWith('Unexpected end') || Number(at ?? -1) >= text.length;
  }
}

type Issue = z.core.$ZodIssue;

function shapeProblem(value: unknown, issue: Issue): ImportProblem {
  const at = valueAt(value, issue.path);
  return {
    kind: 'shape',
    reason: shapeReason(issue, at),
    place: issue.path
      .map((one) => (typeof one === 'number' ? `[${one}]` : `.${String(one)}`))
      .join('')
      .replace(/^\./, ''),
    label: nearestLabel(value, issue.path),
    limit: limitOf(issue),
    found: typeof at === 'string' || typeof at === 'number' ? String(at).slice(0, 80) : '',
  };
}

function shapeReason(issue: Issue, at: unknown): ShapeReason {
  if (issue.code === 'invalid_union') return at === undefined ? 'missing' : 'unknown_type';
  if (issue.code === 'invalid_type') return at === undefined ? 'missing' : 'wrong_kind';
  if (issue.code === 'too_small') return 'too_small';
  if (issue.code === 'too_big') return 'too_big';
  const last = String(issue.path.at(-1));
  const names = ['id', 'value', 'titleField', 'organisationField', 'field'];
  return (issue.code === 'invalid_format' || issue.code === 'custom') && names.includes(last)
    ? 'identifier'
    : 'invalid';
}

function limitOf(issue: Issue): number {
  if (issue.code === 'too_small') return Number(issue.minimum);
  return issue.code === 'too_big' ? Number(issue.maximum) : 0;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

/** The question or section a fault is in, as its author would know it again. */
function nearestLabel(value: unknown, path: readonly PropertyKey[]): string {
  for (let length = path.length; length > 0; length--) {
    const thing = valueAt(value, path.slice(0, length));
    for (const name of ['label', 'title', 'message']) {
      const french = valueAt(thing, [name, 'fr']);
      if (typeof french === 'string' && french.trim()) return french.slice(0, 120);
    }
  }
  return '';
}
