import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { readSchema } from './migrate/history';
import { Trouble } from './words';

const ROOT = resolve(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'lib/generated/prisma');
const STAMP = join(OUTPUT, '.schema-hash');

/** Generates the Prisma client when the schema or Prisma changed since the last time. Returns whether it had to. */
export function generateClient(): boolean {
  const prisma = createRequire(import.meta.url).resolve('prisma/package.json');
  const { version } = JSON.parse(readFileSync(prisma, 'utf8'));
  const hash = createHash('sha256').update(version).update(JSON.stringify(readSchema())).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dirname(prisma), 'build/index.js'), 'generate', '--no-hints'],
    // Generating never runs the native engine; naming any existing file keeps Prisma from downloading one.
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    },
  );
  if (status !== 0)
    throw new Trouble(
      `The database client could not be generated from prisma/schema:\n${stdout}${stderr}`,
      `Le client de la base n’a pas pu être généré depuis prisma/schema :\n${stdout}${stderr}`,
    );
  // The compiler's incremental notes have been seen to keep the types of the client before.
  rmSync(join(ROOT, 'tsconfig.tsbuildinfo'), { force: true });
  writeFileSync(STAMP, hash);
  return true;
}
