import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

type Options = { cwd?: string; env?: Record<string, string>; output?: 'inherit' | number };

/** Runs Node on a script to its end and returns the exit code. Output goes to stderr, or to an open file. */
export async function runNode(args: string[], { cwd, env, output = 2 }: Options = {}): Promise<number> {
  // A process group of its own: a signal stops it with whatever it started, and Ctrl-C reaches it only through us.
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code) => {
      running.delete(child);
      done(code ?? 1);
    });
  });
}

export function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, name);
    else child.kill(name);
  } catch {} // already gone
}

/** Ends what runNode started and still runs. */
export function stopChildren(): void {
  for (const child of running) signalGroup(child, 'SIGTERM');
}

let interrupted = false;

/** For commands that run to an end: Ctrl-C ends what runs, and the command then tidies up and stops. */
export function stopOnSignals(): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      interrupted = true;
      stopChildren();
    });
}

export const wasInterrupted = (): boolean => interrupted;
