import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm';

const ROOT = resolve(import.meta.dirname, '../..');
const MIGRATIONS = join(ROOT, 'prisma/migrations');
const SCHEMA = join(ROOT, 'prisma/schema');
const LOCK = '# The connector of these migrations; Prisma reads it.\nprovider = "postgresql"\n';

export type Migrations = { list: MigrationList; names: string[] };

/** The migrations checked in, oldest first. */
export function readMigrations(folder = MIGRATIONS): Migrations {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const directories = names.map((path) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sqlOf(folder, path) } },
  }));
  return {
    names,
    list: {
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: LOCK },
      shadowDbInitScript: '',
      migrationDirectories: directories,
    },
  };
}

const sqlOf = (folder: string, name: string) => readFileSync(join(folder, name, 'migration.sql'), 'utf8');

export function readSchema(folder = SCHEMA): SchemasContainer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: relative(ROOT, join(folder, name)), content: readFileSync(join(folder, name), 'utf8') }));
  return { files };
}

/** Writes a new migration, not applied yet, and returns its file. */
export function writeMigration(name: string, sql: string, now: Date, folder = MIGRATIONS): string {
  const last = readMigrations(folder).names.at(-1)?.slice(0, 14) ?? '0';
  const clock = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const stamp = String(Math.max(Number(clock), Number(last) + 1)); // after the last one, whatever the machine's clock says
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  const directory = join(folder, `${stamp}_${slug}`);
  mkdirSync(directory, { recursive: true });
  if (!existsSync(join(folder, 'migration_lock.toml'))) writeFileSync(join(folder, 'migration_lock.toml'), LOCK);
  writeFileSync(join(directory, 'migration.sql'), sql);
  return join(directory, 'migration.sql');
}
