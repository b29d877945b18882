import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from './words';

const MADE = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString('base64url'),
  // Encrypts what server actions close over: kept, so that a form opened before a new build still arrives.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString('base64'),
};

/** The secrets of the environment; those not given are made once and kept in the data folder. */
export function secrets(dataDir: string): Record<string, string> {
  const file = join(dataDir, 'secrets.json');
  try {
    const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    const missing = Object.entries(MADE).filter(([name]) => !process.env[name] && !kept[name]);
    for (const [name, make] of missing) kept[name] = make();
    if (missing.length) {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    }
    return Object.fromEntries(Object.keys(MADE).map((name) => [name, process.env[name] || kept[name] || '']));
  } catch (error) {
    throw explain(error, dataDir);
  }
}
