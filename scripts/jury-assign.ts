import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { assign, reassign } from '@/lib/jury/assignment';
import { type Problem, problemSchema } from '@/lib/jury/assignment-schema';
import { composePanels, recomposePanels } from '@/lib/jury/panels';
import { type PanelsProblem, panelsProblemSchema } from '@/lib/jury/panels-schema';

/** `npm run -s jury:assign -- problem.json` (`-` reads stdin): the answer as JSON on stdout. Format: docs/jury-assign.md. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { panels: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help || positionals.length !== 1) {
    console.error('Usage: npm run -s jury:assign -- [--panels] problem.json   (- reads standard input)');
    return values.help ? 0 : 2;
  }
  const json = parse(read(positionals[0]!));
  const answer = values.panels
    ? await panels(valid(panelsProblemSchema, json))
    : await readings(valid(problemSchema, json));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return 0;
}

const readings = (problem: Problem) => (problem.standing ? reassign(problem, problem.standing) : assign(problem));
const panels = (problem: PanelsProblem) =>
  problem.standing ? recomposePanels(problem, problem.standing) : composePanels(problem);

class BadInput extends Error {}

/** Whoever reads standard output finds JSON there in every case. */
function invalid(message: string) {
  const none = { objective: null, bound: null, gap: null, pairs: [], panels: [], unmet: [] };
  return { version: 1, status: 'invalid', ...none, explanation: { summary: message.split('\n') } };
}

function read(path: string): string {
  try {
    // npm starts scripts in the project's folder; the path given is relative to where the person stands.
    return readFileSync(path === '-' ? 0 : resolve(process.env.INIT_CWD ?? '', path), 'utf8');
  } catch (error) {
    throw new BadInput(`Cannot read ${path}: ${(error as Error).message}`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''), withoutNull);
  } catch (error) {
    throw new BadInput(`Not JSON: ${(error as Error).message}`);
  }
}

/** A field that is null is a field that is missing; inside a list (no upper limit) null stays. */
function withoutNull(this: unknown, _key: string, value: unknown): unknown {
  return value === null && !Array.isArray(this) ? undefined : value;
}

function valid<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const { data, error } = schema.safeParse(json);
  if (!error) return data as z.output<S>;
  const lines = error.issues.slice(0, 20).map((issue) => `${where(issue.path)}: ${sentence(issue)}`);
  if (error.issues.length > lines.length) lines.push(`and ${error.issues.length - lines.length} more problems`);
  throw new BadInput(lines.join('\n'));
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return issue.message;
  const wanted = 'expected' in issue ? issue.expected : issue.values.join(' or ');
  const given = /received undefined/.test(issue.message) ? 'it is missing' : 'it is something else';
  return `${wanted} is wanted here, and ${given}`;
}

/** jurors[3].load[0] */
function where(path: readonly PropertyKey[]): string {
  const written = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return written.replace(/^\./, '') || 'the file';
}

try {
  process.exitCode = await main();
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof BadInput) && !isUsage) throw error;
  console.error(error.message);
  if (!isUsage) process.stdout.write(`${JSON.stringify(invalid(error.message))}\n`);
  process.exitCode = 2;
}
