import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { runNode } from './child';
import { dataDir } from './database';
import { connectionOf } from './migrate/engine';
import { empty, migrate } from './migrate/migrate';
import { progress, Trouble } from './words';

const ROOT = resolve(import.meta.dirname, '..');
const SEED = join(ROOT, 'prisma/seed.ts');

// The mark travels with the database: a copy of the demo is still the demo, and a real database never becomes one.
const LOADED = 'cohorte: invented demo data';
const LOADING = 'cohorte: invented demo data, loading';

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(connectionOf(url));
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const mark = (url: string, text: string) => ask(url, `COMMENT ON SCHEMA public IS '${text}'`);

async function markOf(url: string): Promise<string | null> {
  const [row] = await ask<{ mark: string | null }>(
    url,
    `SELECT obj_description('public'::regnamespace, 'pg_namespace') AS mark`,
  );
  return row?.mark ?? null;
}

export const holdsDemo = async (url: string): Promise<boolean> => (await markOf(url)) === LOADED;

async function isEmpty(url: string): Promise<boolean> {
  const [row] = await ask<{ empty: boolean }>(url, 'SELECT NOT EXISTS (SELECT FROM person) AS empty');
  return row?.empty ?? false;
}

/** Loads the invented demo into an empty database, unless SEED=none; a loading that was interrupted starts over. */
export async function seedWhenEmpty(url: string): Promise<void> {
  if ((await markOf(url)) === LOADING) {
    progress(
      'An earlier start was interrupted while loading the demo: starting it over',
      'Un démarrage précédent s’est interrompu pendant le chargement de la démonstration : on recommence',
    );
    await empty(url);
    rmSync(join(dataDir(), 'files'), { recursive: true, force: true });
    await migrate(url);
  }
  if (process.env.SEED === 'none' || !existsSync(SEED) || !(await isEmpty(url))) return;
  progress('Loading the demo…', 'Chargement de la démonstration…');
  await mark(url, LOADING);
  const status = await runNode(['--import', 'tsx', SEED], {
    cwd: ROOT,
    env: { DATABASE_URL: url, DATA_DIR: dataDir(), COHORTE_DEMO: '1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
  });
  if (status !== 0)
    throw new Trouble(
      'The demo could not be loaded (see above). SEED=none starts without it.',
      'La démonstration n’a pas pu être chargée (voir ci-dessus). SEED=none démarre sans elle.',
    );
  await mark(url, LOADED);
}
