import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { generateClient } from './client';
import { nothing, type Tally } from './tally';
import { words } from './words';

const ROOT = resolve(import.meta.dirname, '..');
const bin = (path: string) => resolve(ROOT, 'node_modules', path);

type Check = { name: [english: string, french: string]; commands: string[][] };

const CHECKS: Check[] = [
  {
    name: ['format and lint', 'mise en forme et règles'],
    commands: [[bin('@biomejs/biome/bin/biome'), 'check', '--log-level=warn', '--max-diagnostics=50', '.']],
  },
  {
    name: ['types', 'types'],
    commands: [
      [bin('next/dist/bin/next'), 'typegen'],
      [bin('typescript/bin/tsc'), '--noEmit'],
    ],
  },
  {
    name: ['architecture', 'architecture'],
    commands: [[bin('vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=dot', 'lib/architecture.test.ts']],
  },
  {
    name: ['unused code', 'code inutilisé'],
    commands: [[bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints']],
  },
];

/** Runs every check, two at a time, printing what a failed one said. */
export async function runChecks(): Promise<Tally> {
  generateClient();
  const tally = nothing();
  const waiting = [...CHECKS];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = Date.now();
      const failure = await failureOf(check);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      console.log(`${failure === null ? '✓' : '✗'} ${words(...check.name)} (${seconds} s)`);
      if (failure !== null) console.log(failure);
      tally[failure === null ? 'passed' : 'failed']++;
    }
  };
  await Promise.all([worker(), worker()]);
  return tally;
}

/** What the first failing command printed, or null. */
async function failureOf({ commands }: Check): Promise<string | null> {
  for (const args of commands) {
    const { code, said } = await capture(args);
    if (code !== 0) return said;
  }
  return null;
}

function capture(args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const keep = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => done({ code: 1, said: String(error) }));
    child.once('close', (code) => done({ code: code ?? 1, said }));
  });
}
