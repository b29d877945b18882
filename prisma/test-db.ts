import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, inject } from 'vitest';

/**
 * Call it once at the top of a `*.db.test.ts` file: the file gets a migrated, empty database of its own, and
 * `DATABASE_URL` names it before anything connects. It goes away with the throw-away server at the end of the run.
 */
export function testDatabase(): void {
  beforeAll(async () => {
    process.env.DATABASE_URL = await cloneDatabase();
  });
}

/** A further copy of the migrated, empty database; returns its URL. */
export async function cloneDatabase(): Promise<string> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = new URL(template);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${client.escapeIdentifier(template.pathname.slice(1))}`);
  } finally {
    await client.end();
  }
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
}
