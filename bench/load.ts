import { readFileSync } from 'node:fs';
import http from 'node:http';

export type Target = { url: string; headers?: Record<string, string> };
export type Measure = {
  requestsPerSecond: number;
  cpuMs: number;
  databaseCpuMs: number;
  p50: number;
  p95: number;
  status: number;
};

/** CPU a process has used so far, in milliseconds (Linux's own accounting; 0 where /proc is absent). */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10; // USER_HZ is 100
  } catch {
    return 0;
  }
}

const get = (target: Target, agent: http.Agent) =>
  new Promise<number>((done, fail) => {
    const request = http.get(target.url, { agent, headers: target.headers }, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode ?? 0));
    });
    request.on('error', fail);
  });

/** Asks for the same address from `connections` clients for `seconds`, after a warm-up, and divides the CPU used by the answers. */
export async function measure(
  target: Target,
  pid: number,
  databasePids: () => number[],
  seconds = 6,
  connections = 8,
): Promise<Measure> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let status = 0;
  const run = async (until: number, keep: boolean) => {
    while (performance.now() < until) {
      const start = performance.now();
      status = await get(target, agent);
      if (keep) times.push(performance.now() - start);
    }
  };
  const together = (lasting: number, keep: boolean) => {
    const until = performance.now() + lasting * 1_000;
    return Promise.all(Array.from({ length: connections }, () => run(until, keep)));
  };
  await together(2, false);
  const database = () => databasePids().reduce((total, one) => total + cpuOf(one), 0);
  const [before, databaseBefore, start] = [cpuOf(pid), database(), performance.now()];
  await together(seconds, true);
  const lasted = (performance.now() - start) / 1_000;
  const [after, databaseAfter] = [cpuOf(pid), database()];
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    requestsPerSecond: times.length / lasted,
    cpuMs: (after - before) / times.length,
    databaseCpuMs: Math.max(0, databaseAfter - databaseBefore) / times.length,
    p50: at(0.5),
    p95: at(0.95),
    status,
  };
}
