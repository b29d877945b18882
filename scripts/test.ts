import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runBrowserTests } from './browser-tests';
import { runChecks } from './checks';
import { runNode, stopOnSignals, wasInterrupted } from './child';
import { lastLine, nothing, sum, type Tally, vitestTally } from './tally';
import { Trouble, words } from './words';

// npm test: the checks, the unit and database tests, the browser tests. The last line sums them up.

const ROOT = resolve(import.meta.dirname, '..');

async function runVitest(): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'cohorte-vitest-'));
  const result = join(folder, 'vitest.json');
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  try {
    const code = await runNode([vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${result}`], {
      cwd: ROOT,
      output: 'inherit',
      env: { NODE_ENV: 'test' },
    });
    return vitestTally(result, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SUITES: { name: [string, string]; run: () => Promise<Tally> }[] = [
  { name: ['Checks', 'Vérifications'], run: runChecks },
  { name: ['Unit and database tests', 'Tests unitaires et de base de données'], run: runVitest },
  { name: ['Browser tests', 'Tests dans le navigateur'], run: () => runBrowserTests([]) },
];

const lines: string[] = [];
const tallies: Tally[] = [];
stopOnSignals();
for (const { name, run } of SUITES) {
  if (wasInterrupted()) break;
  const began = Date.now();
  console.log(`\n== ${words(...name)}`);
  const tally = await run().catch((error): Tally => {
    console.error(error instanceof Trouble ? error.message : error);
    return { ...nothing(), failed: 1 };
  });
  tallies.push(tally);
  const skipped = tally.skipped ? `, ${tally.skipped} skipped` : '';
  lines.push(`${words(...name)}: ${lastLine(tally)}${skipped} (${Math.round((Date.now() - began) / 1000)} s)`);
}

const total = sum(tallies);
console.log(`\n${lines.join('\n')}`);
for (const name of total.flaky) console.log(`Flaky, passed on its second try: ${name}`);
process.exitCode = total.failed || !total.passed || wasInterrupted() ? 1 : 0;
console.log(lastLine(total));
