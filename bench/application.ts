import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenChanged } from '../scripts/build';
import { generateClient } from '../scripts/client';
import { migrate } from '../scripts/migrate/migrate';
import { freePort } from '../scripts/postgres/cluster';
import { startEmbedded, startThrowAway } from '../scripts/postgres/embedded';
import { secrets } from '../scripts/secrets';
import { seedWhenEmpty } from '../scripts/seed';
import { serve } from '../scripts/server';

/** The running application of one measure: its address, its process, its database, its folder. */
export type Bench = {
  url: string;
  folder: string;
  databaseUrl: string;
  pid: () => number;
  databasePids: () => number[];
  /** kill -9, as a power cut would: nothing is told, nothing is tidied. */
  kill: () => Promise<void>;
  /** Serves again at the same address after a kill. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Builds when needed, starts a database of its own with the demo, and serves the built application on it.
 * `whole`: the loops run and the database writes to disk as it does for people; otherwise what only disturbs is off.
 */
export async function startBench({ whole = false } = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'cohorte-bench-'));
  generateClient();
  process.env.DATA_DIR = folder;
  const kept = secrets(folder);
  const id = await buildWhenChanged(kept, join(folder, 'build.log'));
  const database = whole ? await startEmbedded(folder) : await startThrowAway();
  await migrate(database.url);
  await seedWhenEmpty(database.url);
  const env = {
    ...kept,
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    COHORTE_DEMO: '1',
    COHORTE_BUILD_ID: id,
    COHORTE_JOBS: whole ? 'on' : 'off',
    LOG_LEVEL: 'warn',
    NEXTAUTH_URL: '',
    SMTP_URL: '',
  };
  const port = await freePort();
  const log = openSync(join(folder, 'server.log'), 'a');
  let server = await serve('built', port, env, log);
  return {
    url: server.url.replace('localhost', '127.0.0.1'),
    folder,
    databaseUrl: database.url,
    pid: () => server.pid,
    databasePids: () => backendsOf(database.url),
    kill: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
    restart: async () => {
      server = await serve('built', port, env, log);
    },
    stop: async () => {
      await server.stop();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The processes of the database server that listens on this address. */
function backendsOf(url: string): number[] {
  const port = new URL(url).port;
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((found) => (found ? [{ pid: Number(found[1]), parent: Number(found[2]), args: found[3] ?? '' }] : []));
  const main = listed.find(({ args }) => /postgres/.test(args) && args.includes(port) && args.includes('-D'));
  return listed.filter(({ pid, parent }) => main && (pid === main.pid || parent === main.pid)).map(({ pid }) => pid);
}
