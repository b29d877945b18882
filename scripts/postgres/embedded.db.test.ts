import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { postmaster } from './cluster';
import { type Database, startEmbedded } from './embedded';

vi.setConfig({ testTimeout: 120_000 }); // real servers, on machines that may be busy
const dataDir = mkdtempSync(join(tmpdir(), 'cohorte-data-'));
chmodSync(dataDir, 0o755); // PostgreSQL's own account has to get there when the tests run as root
const home = join(dataDir, 'postgres');
let running: Database | undefined;

async function start(): Promise<Database> {
  running = await startEmbedded(dataDir);
  return running;
}

function serverPid(): number {
  const pid = postmaster(home);
  if (!pid) throw new Error('no server is running');
  return pid;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('a first start that was cut in the middle of initdb leaves nothing behind', async () => {
  mkdirSync(join(home, 'cluster.999999', 'base'), { recursive: true });
  writeFileSync(join(home, 'starting'), '999999'); // the lock of a process that is gone
  const { url } = await start();
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(readdirSync(home)).not.toContain('cluster.999999');
});

test('stores UTF-8 and sorts as the French do', async () => {
  const { url } = await start();
  const [row] = await ask(
    url,
    `SELECT array_agg(name ORDER BY name) AS names, current_setting('server_encoding') AS encoding
     FROM unnest(ARRAY['Zoé', 'Fabien', 'Éric', 'eau']) AS name`,
  );
  expect(row).toEqual({ names: ['eau', 'Éric', 'Fabien', 'Zoé'], encoding: 'UTF8' });
});

test('a server whose starter was killed is found again, with its data', async () => {
  const { url } = await start();
  await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const pid = serverPid();
  const again = await start(); // as a new process would: nothing was stopped
  expect(again.url).toBe(url);
  expect(serverPid()).toBe(pid);
  expect(await ask(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
});

test('a server that was killed outright recovers at the next start', async () => {
  const { url } = await start();
  await ask(url, 'CREATE TABLE committed AS SELECT 7 AS answer');
  process.kill(serverPid(), 'SIGKILL');
  const again = await start();
  expect(await ask(again.url, 'SELECT answer FROM committed')).toEqual([{ answer: 7 }]);
});

test('a pid file left by a power cut, its number now another program’s, is not believed', async () => {
  await start();
  await running?.stop();
  writeFileSync(join(home, 'cluster', 'postmaster.pid'), `${process.pid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n\nready\n`);
  const { url } = await start();
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('stopping stops the server', async () => {
  const { url, stop } = await start();
  await stop();
  await expect(ask(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  expect(existsSync(join(home, 'cluster', 'postmaster.pid'))).toBe(false);
});

test('a data folder that is a file is refused in one sentence', async () => {
  const file = join(dataDir, 'a-file');
  writeFileSync(file, '');
  await expect(startEmbedded(file)).rejects.toThrow(file);
});
