import { expect, test } from 'vitest';
import { explain, Trouble } from './words';

const failing = (code: string) => Object.assign(new Error(`${code}: something, open '/x'`), { code });

test.each([
  ['ENOSPC', /disk is full|disque est plein/],
  ['EDQUOT', /disk is full|disque est plein/],
  ['EACCES', /cannot be written|Impossible d’écrire/],
  ['EROFS', /cannot be written|Impossible d’écrire/],
  ['ENOTDIR', /not a folder|pas un dossier/],
])('%s becomes one sentence that names the folder', (code, sentence) => {
  const told = explain(failing(code), '/srv/data');
  expect(told).toBeInstanceOf(Trouble);
  expect(told.message).toMatch(sentence);
  expect(told.message).toContain('/srv/data');
  expect(told.message).not.toContain('\n');
});

test('PostgreSQL saying that the disk is full is understood as well', () => {
  const log = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
  expect(explain(new Error(log), '/srv/data').message).toMatch(/disk is full|disque est plein/);
});

test('a failure nobody foresaw keeps its own words', () => {
  const bug = new TypeError('x is not a function');
  expect(explain(bug, '/srv/data')).toBe(bug);
});
