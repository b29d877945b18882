import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { connectionOf } from './migrate/engine';
import { progress, Trouble } from './words';

const ROOT = resolve(import.meta.dirname, '..');

/** Nobody is known yet: the state in which the demo may be loaded. */
async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client(connectionOf(url));
  await client.connect();
  try {
    const { rows } = await client.query('SELECT NOT EXISTS (SELECT FROM person) AS empty');
    return rows[0].empty;
  } finally {
    await client.end();
  }
}

/** Loads the invented demo into an empty database, unless SEED=none. */
export async function seedWhenEmpty(url: string): Promise<void> {
  const seed = join(ROOT, 'prisma/seed.ts');
  if (process.env.SEED === 'none' || !existsSync(seed) || !(await isEmpty(url))) return;
  progress('Loading the demo…', 'Chargement de la démonstration…');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', seed], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DATABASE_URL: url, COHORTE_DEMO: '1' },
  });
  if (status !== 0)
    throw new Trouble(
      'The demo could not be loaded (see above). SEED=none starts without it.',
      'La démonstration n’a pas pu être chargée (voir ci-dessus). SEED=none démarre sans elle.',
    );
}
