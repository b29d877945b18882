import { afterEach, expect, inject, test, vi } from 'vitest';
import { openDatabase } from './database';

afterEach(() => vi.unstubAllEnvs());

test('DATABASE_URL is used when it answers', async () => {
  vi.stubEnv('DATABASE_URL', inject('templateUrl'));
  expect((await openDatabase()).url).toBe(inject('templateUrl'));
});

test.each([
  ['nobody listens there', (url: URL) => Object.assign(url, { port: '1' }), '127.0.0.1:1/'],
  ['the password is wrong', (url: URL) => Object.assign(url, { password: 'no' }), 'password'],
  ['the database does not exist', (url: URL) => Object.assign(url, { pathname: '/nowhere' }), 'nowhere'],
])('an unreachable DATABASE_URL is told in one sentence: %s', async (_, spoil, told) => {
  vi.stubEnv('DATABASE_URL', spoil(new URL(inject('templateUrl'))).href);
  const error = await openDatabase().catch((reason: Error) => reason);
  expect(error).toMatchObject({ name: 'Trouble', message: expect.stringContaining(told) });
  expect((error as Error).message).not.toContain('\n');
});

test('a DATABASE_URL that is not an address is told in one sentence', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres');
  await expect(openDatabase()).rejects.toMatchObject({ name: 'Trouble' });
});
