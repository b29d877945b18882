import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { explain, Trouble } from '../words';
import { type Binaries, type Owner, ownedFolder } from './binaries';

export type Place = { home: string; owner: Owner; bin: Binaries };
type Server = { port: number; password: string };

// For two shared cores: no parallel workers, no JIT, reads without helper processes; everything else is PostgreSQL's own.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  work_mem: '8MB',
  random_page_cost: '1.1',
  effective_cache_size: '1GB',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  io_method: 'sync',
  jit: 'off',
  max_wal_size: '512MB',
};
const DURABLE = { shared_buffers: '192MB' };
// Nothing here outlives a test run, so nothing waits for the disk.
const THROW_AWAY = {
  shared_buffers: '96MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

const clusterOf = (place: Place) => join(place.home, 'cluster');
const serverFile = (place: Place) => join(place.home, 'server.json');

export const urlOf = ({ port, password }: Server, database: string) =>
  `postgresql://cohorte:${password}@127.0.0.1:${port}/${database}`;

function run(place: Place, program: string, args: string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, LC_ALL: 'C', PGDATA: undefined };
  return spawnSync(program, args, { encoding: 'utf8', cwd: '/', env, ...place.owner });
}

/** Creates the cluster beside its final place and renames it there: an interrupted start leaves no half of one. */
function initialise(place: Place, throwAway: boolean): Server {
  ownedFolder(place.home, place.owner, 0o750);
  for (const name of readdirSync(place.home))
    if (name.startsWith('cluster.')) rmSync(join(place.home, name), { recursive: true, force: true });
  const partial = `${clusterOf(place)}.${process.pid}`;
  const server = { port: 0, password: randomBytes(18).toString('base64url') };
  const secret = join(place.home, `.password.${process.pid}`);
  writeFileSync(secret, server.password, { mode: 0o600 });
  if (place.owner) chownSync(secret, place.owner.uid, place.owner.gid);
  const attempt = (ctype: string) =>
    run(place, place.bin.initdb, [
      `--pgdata=${partial}`,
      '--username=cohorte',
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${ctype}`, // pg_trgm and full-text search ask it which bytes are letters
      '--locale-provider=icu', // « Éric » sorts beside « Eric »
      '--icu-locale=fr',
      '--no-instructions',
      ...(throwAway ? ['--no-sync'] : []),
    ]);
  const utf8 = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  let result = attempt(utf8);
  if (result.status !== 0 && /invalid locale/i.test(result.stderr)) result = attempt('C');
  rmSync(secret, { force: true });
  if (result.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw refusal(`${result.error ?? ''}${result.stderr}`.trim(), place, 'initdb');
  }
  save(place, server);
  renameSync(partial, clusterOf(place));
  return server;
}

function save(place: Place, server: Server): void {
  writeFileSync(serverFile(place), JSON.stringify(server), { mode: 0o600 });
  chmodSync(serverFile(place), 0o600);
}

function saved(place: Place): Server | undefined {
  if (!existsSync(join(clusterOf(place), 'PG_VERSION')) || !existsSync(serverFile(place))) return undefined;
  return JSON.parse(readFileSync(serverFile(place), 'utf8'));
}

/** A port nobody listens on; the wanted one when it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
  return port || freePort();
}

/** The pid in postmaster.pid, when that process lives and is a PostgreSQL (after a reboot it can be anything). */
export function postmaster(home: string): number | undefined {
  const file = join(home, 'cluster', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (process.platform === 'win32') return pid;
  try {
    const name =
      process.platform === 'linux'
        ? readlinkSync(`/proc/${pid}/exe`)
        : spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
    if (/postgres/.test(name)) return pid;
  } catch {}
  rmSync(file, { force: true });
  return undefined;
}

async function answers(place: Place, server: Server): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres'), connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW data_directory');
    return rows[0].data_directory === clusterOf(place);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Starts the cluster, or joins it when an earlier start (perhaps killed since) left it running. */
export async function startCluster(place: Place, { throwAway = false } = {}): Promise<Server> {
  const server = saved(place) ?? initialise(place, throwAway);
  for (let tries = 0; postmaster(place.home) && tries < 60; tries++) {
    if (await answers(place, server)) return server;
    await wait(250); // starting, recovering or stopping
  }
  if (postmaster(place.home)) stopCluster(place, 'immediate');
  const log = join(place.home, 'postgres.log');
  for (let tries = 0; ; tries++) {
    server.port = await freePort(tries === 0 ? server.port : 0);
    save(place, server);
    if (await launch(place, server, log, throwAway ? THROW_AWAY : DURABLE)) return server;
    const said = readFileSync(log, 'utf8').trim();
    // After a kill -9 of the server its children need a moment; and another program may have taken the port meanwhile.
    if (tries < 20 && /shared memory block|could not bind|Address already in use/i.test(said)) {
      await wait(250);
      continue;
    }
    throw refusal(said, place, log);
  }
}

async function launch(place: Place, server: Server, log: string, extra: Record<string, string>): Promise<boolean> {
  const output = openSync(log, 'w', 0o600);
  const settings = Object.entries({ ...SETTINGS, ...extra, port: String(server.port) });
  const child = spawn(
    place.bin.postgres,
    ['-D', clusterOf(place), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own process group: Ctrl-C reaches the application first, which then stops its database.
    {
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, LC_ALL: 'C' },
      ...place.owner,
    },
  );
  closeSync(output);
  let ended = false;
  child.once('error', (error) => {
    writeFileSync(log, String(error));
    ended = true;
  });
  child.once('exit', () => {
    ended = true;
  });
  for (let tries = 0; tries < 1200 && !ended; tries++) {
    if (ready(place) && (await answers(place, server))) {
      child.unref();
      return true;
    }
    await wait(50);
  }
  return false;
}

/** PostgreSQL writes its state on the eighth line of postmaster.pid. */
function ready(place: Place): boolean {
  const file = join(clusterOf(place), 'postmaster.pid');
  return existsSync(file) && /^ready/m.test(readFileSync(file, 'utf8'));
}

function refusal(said: string, place: Place, log: string): Error {
  const known = explain(new Error(said), place.home);
  if (known instanceof Trouble) return known;
  if (/database files are incompatible|initialized by PostgreSQL version/i.test(said))
    return new Trouble(
      `The database in ${place.home} was made by another version of PostgreSQL: move that folder away, or set DATA_DIR to another folder.`,
      `La base de ${place.home} vient d’une autre version de PostgreSQL : déplacez ce dossier, ou indiquez un autre dossier avec DATA_DIR.`,
    );
  return new Trouble(
    `The database did not start; the last words of ${log}:\n${said.split('\n').slice(-5).join('\n')}`,
    `La base de données n’a pas démarré ; les derniers mots de ${log} :\n${said.split('\n').slice(-5).join('\n')}`,
  );
}

export function stopCluster(place: Place, mode: 'fast' | 'immediate' = 'fast'): void {
  run(place, place.bin.pgCtl, ['stop', '-D', clusterOf(place), '-m', mode, '-w', '-t', '30', '-s']);
}
