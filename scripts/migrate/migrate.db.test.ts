import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { beforeEach, expect, inject, test } from 'vitest';
import { readMigrations, writeMigration } from './history';
import { empty, migrate } from './migrate';

const CREATE = `CREATE TABLE thing (id int);
CREATE FUNCTION double(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n; RETURN n * 2; END; $$;`;

let folder: string;
let url: string;

async function ask(sql: string, on = url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function migration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cohorte-migrations-'));
  migration('20260101000000_first', CREATE);
  const name = `migrating_${randomUUID().replaceAll('-', '')}`;
  await ask(`CREATE DATABASE ${name}`, inject('templateUrl'));
  const target = new URL(inject('templateUrl'));
  target.pathname = name;
  url = target.href;
  return () => rmSync(folder, { recursive: true });
});

test('migrations are applied once, in order, functions and all', async () => {
  migration('20260102000000_second', 'ALTER TABLE thing ADD COLUMN name text;');
  expect(await migrate(url, readMigrations(folder))).toEqual(['20260101000000_first', '20260102000000_second']);
  expect(await migrate(url, readMigrations(folder))).toEqual([]);
  expect(await ask('SELECT double(2)')).toEqual([{ double: 2 }]);
});

test('two starts that migrate at once apply each migration once', async () => {
  const both = await Promise.all([migrate(url, readMigrations(folder)), migrate(url, readMigrations(folder))]);
  expect(both.flat()).toEqual(['20260101000000_first']);
});

test('a migration that fails leaves nothing behind, says why, and can be tried again once mended', async () => {
  migration('20260102000000_second', 'CREATE TABLE half (id int); ALTER TABLE nowhere ADD COLUMN x int;');
  await expect(migrate(url, readMigrations(folder))).rejects.toThrow('relation "nowhere" does not exist');
  expect(await ask(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  migration('20260102000000_second', 'CREATE TABLE half (id int);');
  expect(await migrate(url, readMigrations(folder))).toEqual(['20260102000000_second']);
});

test('a migration changed after it was applied is refused by name', async () => {
  await migrate(url, readMigrations(folder));
  migration('20260101000000_first', `${CREATE} CREATE TABLE more (id int);`);
  await expect(migrate(url, readMigrations(folder))).rejects.toThrow('20260101000000_first');
});

test('an emptied database can be migrated again', async () => {
  await migrate(url, readMigrations(folder));
  await empty(url);
  expect(await ask(`SELECT to_regclass('thing') AS thing`)).toEqual([{ thing: null }]);
  expect(await migrate(url, readMigrations(folder))).toEqual(['20260101000000_first']);
});

test('a new migration comes after the last one, whatever the clock says', () => {
  migration('20990101000000_far', 'SELECT 1;');
  const file = writeMigration('Ajoute les Réponses !', 'SELECT 2;', new Date('2026-05-01T12:00:00Z'), folder);
  expect(readMigrations(folder).names.at(-1)).toBe('20990101000001_ajoute_les_reponses');
  expect(readFileSync(file, 'utf8')).toBe('SELECT 2;');
});
