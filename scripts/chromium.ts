import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { progress, Trouble } from './words';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** A browser for the end-to-end tests: CHROMIUM_PATH, the system's, Playwright's own, or Debian's package when root. */
export function findChromium(): string {
  const found = given() ?? onPath() ?? downloaded() ?? installed();
  if (found) return found;
  throw new Trouble(
    'The end-to-end tests need a Chromium: install one, or set CHROMIUM_PATH to its executable.',
    'Les tests de bout en bout demandent un Chromium : installez-en un, ou indiquez son exécutable dans CHROMIUM_PATH.',
  );
}

function given(): string | undefined {
  const path = process.env.CHROMIUM_PATH;
  if (path && !existsSync(path))
    throw new Trouble(`CHROMIUM_PATH=${path} does not exist.`, `CHROMIUM_PATH=${path} n’existe pas.`);
  return path || undefined;
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(executable);
}

function downloaded(): string | undefined {
  const path = chromium.executablePath();
  return path && executable(path) ? path : undefined;
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  progress('Installing Chromium with apt-get…', 'Installation de Chromium avec apt-get…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 2, 2] as ['ignore', number, number], env };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return onPath();
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
