import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { signalGroup } from './child';
import { Trouble } from './words';

const ROOT = resolve(import.meta.dirname, '..');
const LEASH = join(ROOT, 'scripts/leash.mjs');

// Rendering makes short-lived objects: with room for them (32 MB in place of 16) fewer are copied before they die, a
// seventh of the CPU of a list of fifty. 64 brings nothing more.
const BUILT = ['--import', LEASH, '--max-semi-space-size=32', '.next/standalone/server.js'];

// What Next says at each start; it names an address that is not the one to open.
const BANNER = /^\s*(▲ Next\.js|- (Local|Network):|✓ (Starting|Ready|Running next\.config)|$)/;

export type Server = { url: string; pid: number; stop: () => Promise<void>; ended: Promise<number> };

/** The port to serve on, once it is known to be free. */
export async function servingPort(wanted = process.env.PORT || '3000'): Promise<number> {
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Trouble(
      `PORT=${wanted} is not a port: choose a number from 1 to 65535.`,
      `PORT=${wanted} n’est pas un port : choisissez un nombre de 1 à 65535.`,
    );
  const refused = await new Promise<string | undefined>((done) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'EADDRINUSE'));
    probe.listen(port, process.env.HOST || '0.0.0.0', () => probe.close(() => done(undefined)));
  });
  if (refused === 'EACCES')
    throw new Trouble(
      `This account may not listen on port ${port}: choose one above 1023, for example PORT=3000 npm start.`,
      `Ce compte n’a pas le droit d’écouter sur le port ${port} : choisissez-en un au-dessus de 1023, par exemple PORT=3000 npm start.`,
    );
  if (refused)
    throw new Trouble(
      `Port ${port} is already taken, perhaps by another Cohorte: stop that program, or choose another port: PORT=${port + 1} npm start.`,
      `Le port ${port} est déjà pris, peut-être par un autre Cohorte : arrêtez ce programme, ou choisissez un autre port : PORT=${port + 1} npm start.`,
    );
  return port;
}

/** Runs the built application, or `next dev`, and returns once it answers. */
export async function serve(
  kind: 'built' | 'dev',
  port: number,
  env: Record<string, string>,
  output: 'inherit' | number = 'inherit',
): Promise<Server> {
  const address = `http://localhost:${port}`;
  const dev = ['node_modules/next/dist/bin/next', 'dev', '-p', String(port)];
  const child = spawn(process.execPath, kind === 'dev' ? dev : BUILT, {
    cwd: ROOT,
    // Its own process group, so that Ctrl-C reaches it once, from us, before the database stops.
    detached: process.platform !== 'win32',
    stdio: ['ignore', output === 'inherit' ? 'pipe' : output, output, 'ipc'],
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      HOSTNAME: process.env.HOST || '0.0.0.0',
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || address,
      NODE_ENV: kind === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  if (child.stdout) createInterface(child.stdout).on('line', (line) => BANNER.test(line) || console.log(line));
  const ended = new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));
  const stop = () => end(child, ended);
  try {
    await answering(`http://127.0.0.1:${port}/api/health`, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: address, pid: child.pid ?? 0, stop, ended };
}

async function answering(url: string, ended: Promise<number>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (let tries = 0; tries < 600 && !over; tries++) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Trouble(
    'The application did not start answering; what it said is above.',
    'L’application n’a pas répondu ; ce qu’elle a dit est ci-dessus.',
  );
}

async function end(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(child, 'SIGTERM');
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
