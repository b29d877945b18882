import { setTimeout as wait } from 'node:timers/promises';
import { startBench } from './application';
import { cpuOf } from './load';
import { Client, FILE_BYTES, nothingSeen, type Seen } from './rush-client';
import { type Draft, type Field, makeField } from './rush-field';

export type RushFigures = {
  accepted: number;
  refusedLate: number;
  lost: number;
  duplicates: number;
  p50: number;
  p95: number;
  cpuMs: number;
};
export type Rush = {
  figures: RushFigures;
  table: Record<string, { count: number; p50: number; p95: number }>;
  lines: string[];
  broken: string[];
};
export type RushSize = { drafts: number; sendings: number; late: number; kills: number };

/** The last evening of a call: how many write, how many send in the last minute, how many come late, how many power cuts. */
export const FULL: RushSize = { drafts: 1_000, sendings: 300, late: 20, kills: 20 };
const WARM_MS = 15_000;
const LAST_MINUTE_MS = 60_000;
const GRACE_S = 20;
/** Between the last word and the sending: the file, and one's answers read again. */
const READING_MS = 12_000;

export async function benchRush(size = FULL): Promise<Rush> {
  const bench = await startBench({ whole: true });
  process.env.DATABASE_URL = bench.databaseUrl;
  // Only now: the application's own modules read their environment when they are loaded.
  const { brokenFiles, brokenRows, compare } = await import('./rush-checks');
  try {
    const closesAt = new Date(Date.now() + WARM_MS + LAST_MINUTE_MS + 5_000);
    const field = await makeField(bench.databaseUrl, 'rush', size.drafts, closesAt, GRACE_S);
    const seen = nothingSeen();
    const cpu = () => bench.databasePids().reduce((sum, pid) => sum + cpuOf(pid), 0);
    const [before, databaseBefore] = [cpuOf(bench.pid()), cpu()];
    await evening(bench.url, field, seen, closesAt, size);
    const used = { server: cpuOf(bench.pid()) - before, database: cpu() - databaseBefore };
    const told = await compare(bench.databaseUrl, field, seen, closesAt, GRACE_S * 1_000);
    const broken = await brokenRows(bench.databaseUrl, field.callId);
    const cuts = await powerCuts(bench, size.kills, brokenRows);
    broken.push(...cuts.broken);
    const after = await compare(bench.databaseUrl, cuts.field, cuts.seen, cuts.closesAt, 0);
    broken.push(...(await brokenFiles(bench.databaseUrl, bench.folder)));
    return report(size, seen, told, used, cuts, after, broken);
  } finally {
    const { disconnect } = await import('@/lib/db');
    await disconnect();
    await bench.stop();
  }
}

/** Everybody writes once a second, or as fast as answers come; those who send do so ever more as the hour comes near. */
async function evening(url: string, field: Field, seen: Seen, closesAt: Date, size: RushSize): Promise<void> {
  const closing = closesAt.getTime();
  const start = closing - LAST_MINUTE_MS;
  const until = closing + GRACE_S * 1_000;
  const people = field.drafts.map(async (draft, index) => {
    const client = new Client(url, draft, seen);
    if (index < size.sendings) {
      const at = start + Math.sqrt((index + 0.5) / size.sendings) * (LAST_MINUTE_MS - 1_000);
      // Attached and read again in time, then sent at the chosen moment.
      await writing(client, at - READING_MS, index);
      if (!(await client.attach())) return;
      const form = await client.openCheck();
      await wait(Math.max(0, at - Date.now()));
      // One in five clicks twice.
      if (form) await client.submit(form, index % 5 === 0 ? 2 : 1);
    } else if (index < size.sendings + size.late) {
      await writing(client, closing - 20_000, index);
      const form = await client.openCheck();
      await wait(Math.max(0, until + 1_500 - Date.now()));
      if (form) await client.submit(form);
    } else await writing(client, until + 2_000, index);
  });
  await Promise.all(people);
}

async function writing(client: Client, until: number, index: number): Promise<void> {
  await wait((index * 7919) % WARM_MS);
  for (let n = 1; Date.now() < until; n++) {
    const began = Date.now();
    if (!(await client.save(`Version ${n} du texte de ce soir, écrite par la personne ${index}.`))) return;
    await wait(Math.min(Math.max(0, began + 1_000 - Date.now()), Math.max(0, until - Date.now())));
  }
}

type Cuts = { field: Field; seen: Seen; closesAt: Date; broken: string[] };

/** While people write, attach and send, the application is killed outright and started again, `times` times. */
async function powerCuts(
  bench: Awaited<ReturnType<typeof startBench>>,
  times: number,
  brokenRows: (url: string, callId: string) => Promise<string[]>,
): Promise<Cuts> {
  const closesAt = new Date(Date.now() + 3_600_000);
  const field = await makeField(bench.databaseUrl, 'coupures', 40 + times * 6, closesAt, 0);
  const seen = nothingSeen();
  const broken: string[] = [];
  let over = false;
  const writers = field.drafts.slice(0, 40).map(async (draft, index) => {
    const client = new Client(bench.url, draft, seen);
    for (let n = 1; !over; n++) {
      await client.save(`Version ${n}, écrite entre deux coupures par la personne ${index}.`);
      await wait(150);
    }
  });
  const senders: Promise<void>[] = [];
  for (let cut = 0; cut < times; cut++) {
    const six = field.drafts.slice(40 + cut * 6, 46 + cut * 6);
    senders.push(...six.map((draft, index) => send(bench.url, draft, seen, index * 120)));
    // From the first piece to the last answer: each cut falls elsewhere.
    await wait(300 + ((cut * 397) % 1_900));
    await bench.kill();
    broken.push(...(await brokenRows(bench.databaseUrl, field.callId)).map((one) => `cut ${cut + 1}: ${one}`));
    await bench.restart();
  }
  await Promise.all(senders);
  over = true;
  await Promise.all(writers);
  broken.push(...(await brokenRows(bench.databaseUrl, field.callId)));
  return { field, seen, closesAt, broken };
}

async function send(url: string, draft: Draft, seen: Seen, later: number): Promise<void> {
  const client = new Client(url, draft, seen);
  await wait(later);
  if (!(await client.attach())) return;
  const form = await client.openCheck();
  if (form) await client.submit(form);
}

const at = (times: number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

type Told = Awaited<ReturnType<typeof import('./rush-checks')['compare']>>;

function report(
  size: RushSize,
  seen: Seen,
  told: Told,
  used: { server: number; database: number },
  cuts: Cuts,
  after: Told,
  broken: string[],
): Rush {
  const all = Object.values(seen.times).flat();
  const table = Object.fromEntries(
    Object.entries(seen.times).map(([kind, times]) => [
      kind,
      { count: times.length, p50: Math.round(at(times, 0.5)), p95: Math.round(at(times, 0.95)) },
    ]),
  );
  const odd = (from: Seen) => [...from.failures].map(([why, n]) => `${n} × ${why}`).join(', ') || 'none';
  const asked = size.sendings - told.accepted;
  return {
    figures: {
      accepted: told.accepted,
      refusedLate: told.refusedLate,
      lost: told.lost + after.lost + Math.max(0, asked),
      duplicates: told.duplicates + after.duplicates,
      p50: Math.round(at(all, 0.5)),
      p95: Math.round(at(all, 0.95)),
      cpuMs: Math.round((used.server / all.length) * 100) / 100,
    },
    table,
    lines: [
      `${size.drafts} drafts, ${size.sendings} sendings with ${FILE_BYTES / 1e6} MB each in the last minute, ${size.late} after the deadline and its grace`,
      `database CPU: ${(used.database / all.length).toFixed(2)} ms a request; saves refused once closed: ${seen.closedSaves}; broken lines: ${odd(seen)}`,
      `power cuts: ${size.kills}, sendings accepted through them: ${after.accepted} of ${size.kills * 6}, saves acknowledged: ${cuts.seen.times.save.length}, lost: ${after.lost}, twice: ${after.duplicates}; broken lines: ${odd(cuts.seen)}`,
    ],
    broken,
  };
}
