import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { missingMigration } from '@/scripts/migrate/migrate';
import { cloneDatabase } from './test-db';

test('the migrated database equals the schema', async () => {
  expect(await missingMigration(inject('templateUrl'))).toBeNull();
});

test('each test file gets a database of its own, migrated and empty', async () => {
  const [one, other] = await Promise.all([cloneDatabase(), cloneDatabase()]);
  expect(one).not.toBe(other);
  const client = new pg.Client({ connectionString: one });
  await client.connect();
  const { rows } = await client.query(
    'SELECT count(*)::int AS applied FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  await client.end();
  expect(rows[0].applied).toBeGreaterThan(0);
});
