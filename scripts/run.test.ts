import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** A clone of its own with two packages, whose npm only says that it was asked, and whose command says hello. */
let clone: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
};
const lock = (version = '1.0.0') =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/one': { version },
      'node_modules/@two/three': { version: '2.0.0' },
      'node_modules/for-elsewhere': { version: '3.0.0', optional: true },
    },
  });
const present = { 'node_modules/one': { version: '1.0.0' }, 'node_modules/@two/three': { version: '2.0.0' } };

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'cohorte-run-'));
  write('package.json', '{"type":"module"}');
  write('package-lock.json', lock());
  write('node_modules/.package-lock.json', JSON.stringify({ packages: present }));
  write('node_modules/one/package.json', '{}');
  write('node_modules/@two/three/package.json', '{}');
  symlinkSync(join(import.meta.dirname, '../node_modules/tsx'), join(clone, 'node_modules/tsx'));
  write('scripts/hello.ts', "const word: string = 'hello';\nconsole.log(word);");
  copyFileSync(join(import.meta.dirname, 'run.mjs'), join(clone, 'scripts/run.mjs'));
  npmThat('process.exitCode = 0');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const npmThat = (does: string) =>
  write('npm.mjs', `import { writeFileSync } from 'node:fs';\nwriteFileSync('asked', process.argv[2]);\n${does};`);
const run = (name = 'hello') =>
  spawnSync(process.execPath, ['scripts/run.mjs', name], {
    cwd: clone,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', npm_execpath: join(clone, 'npm.mjs') } as never,
  });
const asked = () => existsSync(join(clone, 'asked'));

test('a complete install is not made again, though packages of other platforms are absent', () => {
  expect(run()).toMatchObject({ status: 0, stdout: 'hello\n' });
  expect(asked()).toBe(false);
});

test.each<[string, () => void]>([
  ['nothing was ever installed', () => rmSync(join(clone, 'node_modules/.package-lock.json'))],
  ['the lockfile asks for another version', () => write('package-lock.json', lock('1.0.1'))],
  ['a package is listed, but its folder is gone', () => rmSync(join(clone, 'node_modules/one'), { recursive: true })],
  ['a folder was emptied', () => rmSync(join(clone, 'node_modules/@two/three/package.json'))],
])('packages are installed when %s', (_, spoil) => {
  spoil();
  expect(run()).toMatchObject({ status: 0, stdout: 'hello\n' });
  expect(asked()).toBe(true);
});

test.each([
  ['npm error code ENOSPC', 'The disk is full: free about 2 GB, then start again.'],
  ['npm error code ENOTFOUND', 'The npm registry does not answer: check the network'],
  ['npm error 404', 'npm could not install the packages:\nnpm error 404'],
])('when npm says "%s", one sentence says what to do', (said, sentence) => {
  npmThat(`console.error(${JSON.stringify(said)}); process.exitCode = 1`);
  rmSync(join(clone, 'node_modules/one'), { recursive: true });
  const told = run();
  expect(told.status).toBe(1);
  expect(told.stderr).toContain(sentence);
  expect(told.stderr).not.toMatch(/ at .*:\d+:\d+/);
});

test('a command that does not exist is told by name', () => {
  expect(run('nothing')).toMatchObject({ status: 1, stderr: expect.stringContaining('No such command: nothing.') });
});
