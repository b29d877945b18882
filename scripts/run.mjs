// Plain Node, no dependency: runs before anything is installed. `node scripts/run.mjs NAME …` installs what the lockfile
// says when it changed, then runs scripts/NAME.ts on the pinned Node, reading TypeScript and the @/ alias through tsx.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...args] = process.argv.slice(2);
const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
const say = (english, other) => console.error(french ? other : english);

function giveUp(english, other) {
  say(`\n${english}`, `\n${other}`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9))
  giveUp(
    `Cohorte needs Node 20.9 or newer, and this is Node ${process.versions.node}: install a newer one from nodejs.org.`,
    `Cohorte demande Node 20.9 ou plus récent, et voici Node ${process.versions.node} : installez-en un plus récent depuis nodejs.org.`,
  );

const modules = join(root, 'node_modules');

const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * npm writes node_modules/.package-lock.json when an install is complete: it must hold the lockfile's versions. A cleaner,
 * a full disk or a half-copied folder may have taken packages away since: each must still be there.
 */
function installed() {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const present = packages(hidden);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, devOptional }]) => {
      if (path === '') return true;
      if (!present[path]) return optional || devOptional;
      return present[path].version === version && existsSync(join(root, path, 'package.json'));
    },
  );
}

function install() {
  if (installed()) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    giveUp(
      `${root} cannot be written: give this account the right to write there, or clone Cohorte into a folder of yours.`,
      `Impossible d’écrire dans ${root} : donnez-en le droit à ce compte, ou clonez Cohorte dans un dossier à vous.`,
    );
  }
  say(
    'Installing the packages of the lockfile (about a minute the first time)…',
    'Installation des paquets du fichier de verrouillage (une minute environ la première fois)…',
  );
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  const options = {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: !npm && process.platform === 'win32',
  };
  // The caller's stdout may be a machine-readable answer: npm's own words go to stderr.
  const result = spawnSync(program, [...first, ...quiet], {
    ...options,
    stdio: ['ignore', 2, 'pipe'],
    env: { ...process.env, NODE_ENV: '' },
  });
  if (result.status !== 0) {
    const said = `${result.stderr ?? ''}${result.error ?? ''}`.trim();
    if (/ENOSPC|No space left/i.test(said))
      giveUp(
        'The disk is full: free about 2 GB, then start again.',
        'Le disque est plein : libérez environ 2 Go, puis relancez.',
      );
    if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN/i.test(said))
      giveUp(
        `The npm registry does not answer: check the network or npm's registry setting, then start again.\n${said}`,
        `Le registre npm ne répond pas : vérifiez le réseau ou le réglage « registry » de npm, puis relancez.\n${said}`,
      );
    giveUp(`npm could not install the packages:\n${said}`, `npm n’a pas pu installer les paquets :\n${said}`);
  }
}

/** The Node of the lockfile where npm has one for this machine; otherwise the one running. */
function pinnedNode() {
  const pinned = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(pinned)) return process.execPath;
  const { status, stdout } = spawnSync(pinned, ['-p', 'process.execPath'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return status === 0 ? stdout.trim() : process.execPath; // a foreign libc (musl) cannot run it
}

const script = join(root, name?.includes('/') ? `${name}.ts` : `scripts/${name}.ts`);
if (!/^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(name ?? '') || !existsSync(script))
  giveUp(`No such command: ${name}.`, `Commande inconnue : ${name}.`);

// npm runs us through a shell, which does not pass a signal on when npm is stopped: notice that it died.
if (process.env.npm_lifecycle_event) {
  const starter = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

install();
const node = pinnedNode();
process.chdir(root);

if (node === process.execPath) {
  process.argv = [node, script, ...args];
  const { register } = await import(pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href);
  register();
  await import(pathToFileURL(script).href);
} else {
  const env = {
    ...process.env,
    PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  };
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']; // the channel tells the child when we are killed outright
  const child = spawn(node, [join(root, 'scripts/run.mjs'), name, ...args], { cwd: root, env, stdio });
  // Ctrl-C reaches the child too: it tidies up, and its exit code is ours.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
