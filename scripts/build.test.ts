import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sourcesHash } from './build';

const made: string[] = [];
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true });
});

function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'cohorte-sources-'));
  made.push(root);
  for (const [name, content] of Object.entries({ 'package-lock.json': '{}', 'app/page.tsx': 'one', ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

const same = sourcesHash(project({}));

test('the same sources give the same build id wherever they are', () => {
  expect(sourcesHash(project({}))).toBe(same);
});

test.each([
  ['a page', { 'app/page.tsx': 'two' }],
  ['a message', { 'messages/fr/home.json': '{}' }],
  ['the database schema', { 'prisma/schema/people.prisma': 'model' }],
  ['the lockfile', { 'package-lock.json': '{"a":1}' }],
  ['a configuration file', { 'next.config.js': 'export default {}' }],
  ['a file that moved', { 'app/page.tsx': '', 'app/pag/e.tsx': 'one' }],
])('%s that changes asks for a new build', (_, files) => {
  expect(sourcesHash(project(files))).not.toBe(same);
});

test.each([
  ['a test', { 'lib/money.test.ts': 'x' }],
  ['the generated client', { 'lib/generated/prisma/client.ts': 'x' }],
  ['a browser test', { 'e2e/a.spec.ts': 'x' }],
  ['the README', { 'README.md': 'x' }],
])('%s that changes does not', (_, files) => {
  expect(sourcesHash(project(files))).toBe(same);
});
