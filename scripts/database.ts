import { join, resolve } from 'node:path';
import pg from 'pg';
import { connectionOf } from './migrate/engine';
import { migrate } from './migrate/migrate';
import { type Database, startEmbedded } from './postgres/embedded';
import { progress, Trouble } from './words';

export const dataDir = (): string => resolve(process.env.DATA_DIR || join(import.meta.dirname, '..', '.data'));

/** The database DATABASE_URL names, checked; otherwise the embedded one. Sets DATABASE_URL for what runs next. */
export async function openDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (!given) {
    const database = await startEmbedded(dataDir());
    process.env.DATABASE_URL = database.url;
    process.env.DATA_DIR = dataDir();
    return database;
  }
  await reach(given);
  return { url: given, stop: async () => {} };
}

/** openDatabase, migrated: what a command-line tool needs before it imports lib/db. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { url, stop } = await openDatabase();
  try {
    await migrate(url);
    return await work();
  } finally {
    await stop();
  }
}

export async function prepareDatabase(url: string): Promise<void> {
  const applied = await migrate(url);
  if (applied.length) progress(`Database migrated: ${applied.join(', ')}`, `Base migrée : ${applied.join(', ')}`);
}

async function reach(url: string): Promise<void> {
  let where = 'DATABASE_URL';
  try {
    const { host, port, database } = connectionOf(url);
    where = `${host}:${port}/${database}`;
    const client = new pg.Client({ ...connectionOf(url), connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    await client.connect();
    await client.end();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Trouble(
      `The database of DATABASE_URL (${where}) cannot be reached: ${message || code}.`,
      `La base indiquée par DATABASE_URL (${where}) est injoignable : ${message || code}.`,
    );
  }
}
