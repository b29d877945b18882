import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { runNode } from './child';
import { explain, progress, Trouble } from './words';

const ROOT = resolve(import.meta.dirname, '..');
const OUTPUT = join(ROOT, '.next');
const STAMP = join(OUTPUT, 'cohorte-build');
const FOLDERS = ['app', 'components', 'lib', 'messages', 'public', 'prisma/schema'];
const NOT_BUILT = /\.test\.tsx?$|\.md$|^lib\/generated\//;

/** What the build is made from: its digest is the build's id. */
export function sourcesHash(root = ROOT): string {
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|mjs)$|^package(-lock)?\.json$|^tsconfig\.json$/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => !/^(next-env\.d|vitest\.config|playwright\.config|knip)\b/.test(name));
  const inside = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  const hash = createHash('sha256').update(process.versions.node);
  for (const name of [...atRoot, ...inside].sort())
    if (!NOT_BUILT.test(name)) hash.update(`\0${name}\0`).update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Builds the standalone server when the sources changed since the last complete build; returns the build's id. */
export async function buildWhenChanged(env: Record<string, string>, log: string): Promise<string> {
  const id = sourcesHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === id) return id;
  progress('Building the application (about a minute)…', 'Construction de l’application (une minute environ)…');
  try {
    rmSync(STAMP, { force: true });
    const output = openSync(log, 'w');
    const status = await runNode([join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: ROOT,
      output,
      env: { ...env, COHORTE_BUILD_ID: id, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    });
    closeSync(output);
    if (status !== 0) throw failed(readFileSync(log, 'utf8'), log);
    const server = join(OUTPUT, 'standalone');
    mkdirSync(join(server, '.next'), { recursive: true });
    cpSync(join(OUTPUT, 'static'), join(server, '.next/static'), { recursive: true });
    if (existsSync(join(ROOT, 'public'))) cpSync(join(ROOT, 'public'), join(server, 'public'), { recursive: true });
    writeFileSync(STAMP, id);
    return id;
  } catch (error) {
    throw explain(error, ROOT);
  }
}

function failed(said: string, log: string): Error {
  const known = explain(new Error(said.slice(-4000)), ROOT);
  if (known instanceof Trouble) return known;
  if (/another next build process is already running|Unable to acquire lock/i.test(said))
    return new Trouble(
      'Another command is building the application: wait until it has finished, then start again.',
      'Une autre commande construit l’application : attendez qu’elle ait fini, puis relancez.',
    );
  return new Trouble(
    `The application did not build; everything it said is in ${log}:\n${said.split('\n').slice(-25).join('\n')}`,
    `L’application n’a pas pu être construite ; le détail est dans ${log} :\n${said.split('\n').slice(-25).join('\n')}`,
  );
}
