import pg from 'pg';
import { Trouble } from '../words';
import { connectionOf, withEngine } from './engine';
import { type Migrations, readMigrations, readSchema } from './history';

const FILTERS = { externalTables: [], externalEnums: [] };
const LOCK = 0x636f686f; // "coho": one migration at a time per database, whoever runs it

const datamodels = () => readSchema().files.map(({ path, content }): [string, string] => [path, content]);

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connectionOf(url), connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Applies what is missing, in order, and returns the names applied. Each migration is applied whole or not at all. */
export async function migrate(url: string, { list }: Migrations = readMigrations()): Promise<string[]> {
  return connected(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return withEngine(url, datamodels(), async (engine) => {
      const known = await engine.diagnoseMigrationHistory({
        migrationsList: list,
        optInToShadowDatabase: false,
        filters: FILTERS,
      });
      // PostgreSQL rolled an interrupted script back entirely, so it can simply be tried again.
      for (const migrationName of known.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
      const changed = known.editedMigrationNames.filter((name) => !known.failedMigrationNames.includes(name));
      if (changed.length) throw edited(changed);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters: FILTERS });
      return appliedMigrationNames;
    });
  });
}

function edited(names: string[]): Trouble {
  const list = names.join(', ');
  return new Trouble(
    `These migrations were changed after this database applied them: ${list}. Restore their files, or empty the database with npm run db:reset.`,
    `Ces migrations ont été modifiées après leur application à cette base : ${list}. Rétablissez leurs fichiers, ou videz la base avec npm run db:reset.`,
  );
}

/** The SQL that leads from the migrations to prisma/schema, or null when they agree. Needs the right to create databases. */
export async function missingMigration(url: string, { list }: Migrations = readMigrations()): Promise<string | null> {
  const schema = readSchema();
  return difference(url, { tag: 'migrations', ...list }, { tag: 'schemaDatamodel', ...schema });
}

type Target = Parameters<Parameters<Parameters<typeof withEngine>[2]>[0]['diff']>[0]['from'];

async function difference(url: string, from: Target, to: Target): Promise<string | null> {
  return withEngine(url, datamodels(), async (engine) => {
    const { exitCode, stdout } = await engine.diff({ from, to, script: true, exitCode: true, filters: FILTERS });
    return exitCode === 0 ? null : stdout;
  });
}

/** Empties the database: every schema goes, public comes back. */
export async function empty(url: string): Promise<void> {
  await connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
    );
    for (const { name } of rows) await client.query(`DROP SCHEMA ${client.escapeIdentifier(name)} CASCADE`);
    await client.query('CREATE SCHEMA public');
  });
}
