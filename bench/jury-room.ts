import { type ChildProcess, fork } from 'node:child_process';
import http from 'node:http';
import { join } from 'node:path';
import { freePort } from '../scripts/postgres/cluster';
import { type Bench, startBench } from './application';
import { coordinatorCookie } from './data';
import type { JuryFigure } from './jury';
import { fillJury, type Room } from './jury-data';
import { benchDesk } from './jury-desk';
import { cpuOf, measure } from './load';

const SIZE = { files: 300, perFile: 5, viewers: 150 };
const MOVES = 8;
/** Processor milliseconds of the ranking page; a second after a move, half the room has it, and nobody waits three. */
const BUDGET = { rankingMs: 45, p50: 1_500, p95: 3_000 };

/** The screens of the jury's day on the built application: the ranking of 300 files, and a room of 150 that follows. */
export async function benchRoom(): Promise<JuryFigure[]> {
  const bench = await startBench();
  const port = await freePort();
  const floors = fork(join(import.meta.dirname, 'floors-jury.mjs'), {
    env: { ...process.env, DATABASE_URL: bench.databaseUrl, PORT: String(port) },
    execArgv: [],
  });
  try {
    await new Promise((ready) => floors.once('message', ready));
    const room = await fillJury(bench.databaseUrl, SIZE);
    const floorUrl = `http://127.0.0.1:${port}`;
    const figures = [
      await ranking(bench, room, floors, floorUrl, ''),
      await ranking(bench, room, floors, floorUrl, '?all=yes'),
      await live(bench, room, floors, floorUrl),
      await readAgain(bench, room),
    ];
    const today = { url: `${bench.url}/fr/today`, headers: { cookie: room.cookies[0]! } };
    const light = await measure(today, bench.pid(), bench.databasePids, 3);
    figures.push(...(await benchDesk(bench, room, light.cpuMs)));
    await room.close();
    return figures;
  } finally {
    floors.kill();
    await bench.stop();
  }
}

async function ranking(
  bench: Bench,
  room: Room,
  floors: ChildProcess,
  floorUrl: string,
  query: string,
): Promise<JuryFigure> {
  const headers = { cookie: await coordinatorCookie(bench.databaseUrl) };
  const url = `${bench.url}/fr/admin/jury/${room.stageId}/ranking${query}`;
  const page = await measure({ url, headers }, bench.pid(), bench.databasePids);
  const floor = await measure({ url: `${floorUrl}/?stage=${room.stageId}` }, floors.pid ?? 0, bench.databasePids, 3);
  const shown = query ? 'all on one page' : 'the first 50 shown';
  const name = `ranking, ${SIZE.files} files × ${SIZE.perFile} reviews × 5 criteria, ${shown}`;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    name,
    cpuMs: page.cpuMs,
    wallMs: page.p50,
    floor: { name: 'the same marks from `pg` as a string', cpuMs: floor.cpuMs },
    proof: {
      'database CPU ms': round(page.databaseCpuMs),
      'p95 ms': round(page.p95),
      status: page.status,
      'HotCRP ms': '126–148',
      'budget ms': BUDGET.rankingMs,
    },
    fallsShort: [
      ...(page.cpuMs > BUDGET.rankingMs ? [`${name}: ${round(page.cpuMs)} ms CPU > ${BUDGET.rankingMs}`] : []),
      ...(page.status === 200 ? [] : [`${name}: answered ${page.status}`]),
    ],
  };
}

/** `heard` is when its next event comes; `count` how many came so far. */
type Listener = { heard: () => Promise<number>; count: () => number; stop: () => void };

function listen(url: string, cookie?: string): Promise<Listener> {
  return new Promise((ready, fail) => {
    const waiting: ((at: number) => void)[] = [];
    let count = 0;
    const request = http.get(url, { headers: cookie ? { cookie } : {}, agent: false }, (response) => {
      if (response.statusCode !== 200) return fail(new Error(`the stream answered ${response.statusCode}`));
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        if (!text.includes('event: seen')) return;
        count++;
        for (const done of waiting.splice(0)) done(performance.now());
        const heard = () => new Promise<number>((done) => waiting.push(done));
        ready({ heard, count: () => count, stop: () => request.destroy() });
      });
      response.on('error', () => {});
    });
    request.on('error', (error) => fail(error));
  });
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const PATIENCE_MS = 15_000;

/** Moves, one after the other, each heard by all who may before the next: latency of each, CPU a move, and who heard what is not theirs. */
async function follow(listeners: Listener[], move: () => Promise<Set<number>>, cpu: () => number, times: number) {
  const latencies: number[] = [];
  let leaks = 0;
  const before = cpu();
  for (let time = 0; time < times; time++) {
    const counts = listeners.map((one) => one.count());
    const heard = listeners.map((one) => one.heard());
    const start = performance.now();
    const aside = await move();
    const late = pause(PATIENCE_MS).then(() => start + PATIENCE_MS);
    const open = heard.filter((_, at) => !aside.has(at));
    for (const at of await Promise.all(open.map((one) => Promise.race([one, late])))) latencies.push(at - start);
    if (aside.size > 0) await pause(1_500);
    for (const at of aside) if (listeners[at]!.count() > counts[at]!) leaks++;
  }
  latencies.sort((a, b) => a - b);
  const at = (part: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))]!;
  const unheard = latencies.filter((value) => value >= PATIENCE_MS - 1).length;
  return { p50: at(0.5), p95: at(0.95), unheard, leaks, cpuMs: (cpu() - before) / times };
}

async function live(bench: Bench, room: Room, floors: ChildProcess, floorUrl: string): Promise<JuryFigure> {
  const url = `${bench.url}/api/jury/live/${room.stageId}`;
  const listeners = await Promise.all(room.cookies.map((cookie) => listen(url, cookie)));
  const before = new Map(bench.databasePids().map((pid) => [pid, cpuOf(pid)]));
  const page = await follow(listeners, room.move, () => cpuOf(bench.pid()), MOVES);
  const spent = bench.databasePids().map((pid) => cpuOf(pid) - (before.get(pid) ?? 0));
  const databaseMs = spent.reduce((total, one) => total + one, 0) / MOVES;
  const idle = await quiet(() => cpuOf(bench.pid()));
  for (const one of listeners) one.stop();
  const plain = await Promise.all(room.cookies.map(() => listen(`${floorUrl}/live`)));
  const floor = await follow(
    plain,
    () => fetch(`${floorUrl}/move`).then(() => new Set<number>()),
    () => cpuOf(floors.pid ?? 0),
    MOVES * 10,
  );
  for (const one of plain) one.stop();
  const name = `${SIZE.viewers} live viewers of ${SIZE.files} files, one move`;
  const round = Math.round;
  return {
    name,
    cpuMs: page.cpuMs,
    wallMs: page.p50,
    floor: { name: '`node:http` writing a line to each', cpuMs: floor.cpuMs },
    proof: {
      'p50 ms': round(page.p50),
      'p95 ms': round(page.p95),
      unheard: page.unheard,
      'told of what is not theirs': page.leaks,
      'database CPU ms': round(databaseMs),
      'idle CPU ms a second': round(idle),
    },
    fallsShort: [
      ...(page.leaks > 0 ? [`${name}: ${page.leaks} told of a file they have a tie with`] : []),
      ...(page.unheard > 0 ? [`${name}: ${page.unheard} never heard`] : []),
      ...(page.p50 > BUDGET.p50 ? [`${name}: p50 ${round(page.p50)} ms > ${BUDGET.p50}`] : []),
      ...(page.p95 > BUDGET.p95 ? [`${name}: p95 ${round(page.p95)} ms > ${BUDGET.p95}`] : []),
    ],
  };
}

/** After a move each browser asks for the page again: all 150 at once, each with its own rights, until the last has it. */
async function readAgain(bench: Bench, room: Room): Promise<JuryFigure> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: SIZE.viewers });
  let url = `${bench.url}/fr/jury/deliberations/${room.stageId}`;
  const read = (cookie: string) =>
    new Promise<{ status: number; at: number; to?: string }>((done, fail) => {
      const asked = http.get(url, { agent, headers: { cookie, RSC: '1' } }, (response) => {
        response.resume();
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, at: performance.now(), to: response.headers.location }),
        );
      });
      asked.on('error', fail);
    });
  // The router asks under an address of its own, which the server says to who does not know it.
  const { to } = await read(room.cookies[0]!);
  if (to) url = new URL(to, url).href;
  await read(room.cookies[0]!);
  const [cpu, start] = [cpuOf(bench.pid()), performance.now()];
  const before = new Map(bench.databasePids().map((pid) => [pid, cpuOf(pid)]));
  const answers = await Promise.all(room.cookies.map(read));
  const databaseMs = bench.databasePids().reduce((sum, pid) => sum + cpuOf(pid) - (before.get(pid) ?? 0), 0);
  const waits = answers.map(({ at }) => at - start).sort((a, b) => a - b);
  const cpuMs = (cpuOf(bench.pid()) - cpu) / SIZE.viewers;
  const alone = await measure(
    { url, headers: { cookie: room.cookies[0]!, RSC: '1' } },
    bench.pid(),
    bench.databasePids,
    3,
    1,
  );
  agent.destroy();
  const name = `the same ${SIZE.viewers} read the deliberation of ${SIZE.files} files again at once, a reader`;
  const refused = answers.filter(({ status }) => status !== 200).length;
  return {
    name,
    cpuMs,
    wallMs: waits[Math.floor(waits.length / 2)]!,
    floor: { name: 'the same page when one alone reads it', cpuMs: alone.cpuMs },
    proof: {
      'last ms': Math.round(waits.at(-1)!),
      'database CPU ms a reader': Math.round(databaseMs / SIZE.viewers),
      refused,
    },
    fallsShort: refused > 0 ? [`${name}: ${refused} refused`] : [],
  };
}

/** CPU a second when nothing happens. */
async function quiet(cpu: () => number): Promise<number> {
  const before = cpu();
  await pause(5_000);
  return (cpu() - before) / 5;
}
