import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

type Package = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };

const file = resolve(import.meta.dirname, '..', 'package-lock.json');
const packages: Record<string, Package> = JSON.parse(readFileSync(file, 'utf8')).packages;

/** Below these versions lies a published hole; `npm audit` answers on no closed network, this does. */
const FLOORS: Record<string, [version: string, why: string]> = {
  next: ['16.4.1', 'CVE-2026-94482'],
  nodemailer: ['7.0.7', 'GHSA-mm7p-fcc7-pg87: mail sent to another domain than the one written'],
};

const numbers = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? [];

function below(version: string, floor: string): boolean {
  const [mine, wanted] = [numbers(version), numbers(floor)];
  const at = mine.findIndex((part, index) => part !== wanted[index]);
  return at >= 0 && (mine[at] ?? 0) < (wanted[at] ?? 0);
}

/** Where npm would find the package from that folder, as Node does: here, then in each folder above. */
function found(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('node_modules/') - 1, 0))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

test('holds the packages of every platform, or npm ci refuses it everywhere', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !found(from, name)),
  );
  expect(missing).toEqual([]);
});

test('names no registry, so that each machine installs from its own', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});

test.each(Object.entries(FLOORS))('%s is above its floor', (name, [floor]) => {
  const held = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(held.length).toBeGreaterThan(0);
  expect(held.filter(([, { version = '0' }]) => below(version, floor))).toEqual([]);
});

test('pins the same major of Node for each platform', () => {
  const runtimes = Object.entries(packages).filter(([path]) =>
    /node_modules\/node-(bin-)?(linux|darwin|win)-/.test(path),
  );
  expect(runtimes.length).toBeGreaterThanOrEqual(4);
  for (const [path, { version }] of runtimes) expect(version, path).toMatch(/^24\./);
});
