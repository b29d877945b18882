import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildWhenChanged } from './build';
import { runNode } from './child';
import { findChromium } from './chromium';
import { generateClient } from './client';
import { migrate } from './migrate/migrate';
import { freePort } from './postgres/cluster';
import { startThrowAway } from './postgres/embedded';
import { secrets } from './secrets';
import { seedWhenEmpty } from './seed';
import { serve } from './server';
import { nothing, playwrightTally, type Tally } from './tally';
import { progress } from './words';

const ROOT = resolve(import.meta.dirname, '..');

/** Plays e2e/ in a browser against the built application, on a database of its own with a fresh demo. */
export async function runBrowserTests(args: string[]): Promise<Tally> {
  if (!existsSync(join(ROOT, 'e2e')) || !readdirSync(join(ROOT, 'e2e')).some((name) => name.endsWith('.spec.ts')))
    return nothing();
  const browser = findChromium();
  generateClient();
  const folder = mkdtempSync(join(tmpdir(), 'cohorte-e2e-'));
  process.env.DATA_DIR = folder;
  const undos: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const logFile = join(folder, 'server.log');
  const temporary = join(folder, 'tmp'); // what the browser and the tests leave goes with the folder
  mkdirSync(temporary);
  try {
    const kept = secrets(folder);
    const id = await buildWhenChanged(kept, join(folder, 'build.log'));
    const database = await startThrowAway();
    undos.push(database.stop);
    await migrate(database.url);
    await seedWhenEmpty(database.url);
    const log = openSync(logFile, 'w');
    const env = {
      ...kept,
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      COHORTE_DEMO: '1',
      COHORTE_BUILD_ID: id,
      NEXTAUTH_URL: '',
      SMTP_URL: '',
    };
    const server = await serve('built', await freePort(), env, log);
    undos.push(server.stop);
    closeSync(log);
    progress(`Browser tests on ${server.url}`, `Tests dans le navigateur sur ${server.url}`);
    const result = join(folder, 'playwright.json');
    const code = await runNode([join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', ...args], {
      cwd: ROOT,
      output: 'inherit',
      env: {
        BASE_URL: server.url,
        TMPDIR: temporary,
        CHROMIUM_PATH: browser,
        DATABASE_URL: database.url,
        DATA_DIR: folder,
        PLAYWRIGHT_JSON_OUTPUT_NAME: result,
      },
    });
    const tally = playwrightTally(result, code);
    if (tally.failed) console.error(lastWords(logFile));
    return tally;
  } catch (error) {
    console.error(lastWords(logFile));
    throw error;
  } finally {
    for (const undo of undos.reverse()) await undo();
  }
}

function lastWords(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.length > 1 ? `The server's last lines:\n${lines.slice(-40).join('\n')}` : '';
}
