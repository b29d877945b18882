import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { explain, Trouble } from '../words';
import { binaries, homeFor, ownedFolder, ownerOf } from './binaries';
import { type Place, postmaster, startCluster, stopCluster, urlOf } from './cluster';

export type Database = { url: string; stop: () => Promise<void> };

const THROW_AWAY = 'cohorte-postgres-';

async function placeFor(dataDir: string): Promise<Place> {
  const home = homeFor(dataDir, ownerOf(join(dataDir, 'postgres', 'cluster')));
  const owner = ownerOf(join(home, 'cluster'));
  return { home, owner, bin: await binaries(owner, dataDir) };
}

/**
 * The project's own PostgreSQL, its files under the data folder. Several processes may use it at once: each leaves its
 * pid in `users/`, and the last one to stop stops the server.
 */
export async function startEmbedded(dataDir: string, database = 'cohorte'): Promise<Database> {
  try {
    mkdirSync(resolve(dataDir), { recursive: true });
    const place = await placeFor(resolve(dataDir));
    ownedFolder(place.home, place.owner, 0o750);
    return await alone(place.home, async () => {
      const server = await startCluster(place);
      await createDatabase(urlOf(server, 'postgres'), database);
      const users = join(place.home, 'users');
      mkdirSync(users, { recursive: true });
      writeFileSync(join(users, String(process.pid)), '');
      const stop = () => leave(place, users);
      return { url: urlOf(server, database), stop };
    });
  } catch (error) {
    throw explain(error, resolve(dataDir));
  }
}

async function leave(place: Place, users: string): Promise<void> {
  rmSync(join(users, String(process.pid)), { force: true });
  await alone(place.home, async () => {
    if (readdirSync(users).some((pid) => alive(Number(pid)))) return;
    stopCluster(place);
  });
}

/** A cluster in the temporary folder, deleted when stopped; those whose process was killed are swept by the next one. */
export async function startThrowAway(): Promise<Database> {
  sweep();
  try {
    const owner = ownerOf(tmpdir());
    const home = mkdtempSync(join(tmpdir(), `${THROW_AWAY}${process.pid}-`));
    const place = { home, owner, bin: await binaries(owner, join(tmpdir(), 'cohorte')) };
    const server = await startCluster(place, { throwAway: true });
    await createDatabase(urlOf(server, 'postgres'), 'cohorte');
    const stop = async () => {
      stopCluster(place, 'immediate');
      rmSync(home, { recursive: true, force: true });
    };
    return { url: urlOf(server, 'cohorte'), stop };
  } catch (error) {
    throw explain(error, tmpdir());
  }
}

function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.match(`^${THROW_AWAY}(\\d+)-`)?.[1] ?? 0);
    if (!pid || alive(pid)) continue;
    const home = join(tmpdir(), name);
    try {
      const server = postmaster(home);
      if (server) process.kill(server, 'SIGQUIT');
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    } catch {} // another account's, or another process is sweeping it
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** One start or stop at a time per data folder; a lock left by a killed process is taken over. */
async function alone<T>(home: string, work: () => Promise<T>): Promise<T> {
  const lock = join(home, 'starting');
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (abandoned(lock)) rmSync(lock, { force: true });
    else await wait(200);
    if (tries > 600)
      throw new Trouble(
        'Another command is still preparing the database: wait until it has finished, then start again.',
        'Une autre commande prépare encore la base : attendez qu’elle ait fini, puis relancez.',
      );
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function abandoned(lock: string): boolean {
  try {
    const { mtimeMs } = statSync(lock);
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid ? !alive(pid) : Date.now() - mtimeMs > 2000;
  } catch {
    return false;
  }
}
