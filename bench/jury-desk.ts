import type { Bench } from './application';
import type { JuryFigure } from './jury';
import type { Room } from './jury-data';
import { cpuOf, measure } from './load';

const BUDGET = { fileMs: 10, saveMs: 5 };
const SAVES = 400;

/** A juror's desk: the page of a file with five reviews, and one saving of a grid as it is typed. */
export async function benchDesk(bench: Bench, room: Room, floorMs: number): Promise<JuryFigure[]> {
  const { cookie, sent, draft } = await room.desk();
  const floor = { name: 'the page of everyone who is signed in (Today)', cpuMs: floorMs };
  const page = await measure(
    { url: `${bench.url}/fr/jury/files/${sent}`, headers: { cookie } },
    bench.pid(),
    bench.databasePids,
  );
  const save = await saving(`${bench.url}/api/jury/reviews/${draft}`, cookie, bench);
  const round = (value: number) => Math.round(value * 10) / 10;
  const over = (name: string, spent: number, budget: number) =>
    spent > budget ? [`${name}: ${round(spent)} ms CPU > ${budget}`] : [];
  const [reading, writing] = ['a file with its 5 reviews, read by its juror', 'one saving of a review as it is typed'];
  return [
    {
      name: reading,
      cpuMs: page.cpuMs,
      wallMs: page.p50,
      floor,
      proof: { 'CPU ms': round(page.cpuMs), status: page.status, 'budget ms': BUDGET.fileMs, 'HotCRP ms': '17.5' },
      fallsShort: [
        ...over(reading, page.cpuMs, BUDGET.fileMs),
        ...(page.status === 200 ? [] : [`${reading}: answered ${page.status}`]),
      ],
    },
    {
      name: writing,
      cpuMs: save.cpuMs,
      wallMs: save.p50,
      floor,
      proof: {
        'CPU ms': round(save.cpuMs),
        'database CPU ms': round(save.databaseMs),
        refused: save.refused,
        'budget ms': BUDGET.saveMs,
        'HotCRP ms': '10.6',
      },
      fallsShort: [
        ...over(writing, save.cpuMs, BUDGET.saveMs),
        ...(save.refused ? [`${writing}: ${save.refused} refused`] : []),
      ],
    },
  ];
}

async function saving(url: string, cookie: string, bench: Bench) {
  const origin = new URL(url).origin;
  let [version, refused] = [0, 0];
  const times: number[] = [];
  const database = () => bench.databasePids().reduce((sum, pid) => sum + cpuOf(pid), 0);
  const save = async (at: number) => {
    const start = performance.now();
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ version, typed: { 'grid.comment': `Une remarque écrite petit à petit, ${at}.` } }),
    });
    const said = (await answer.json()) as { version?: number };
    if (answer.ok) version = said.version ?? version;
    else refused++;
    times.push(performance.now() - start);
  };
  for (let at = 0; at < 50; at++) await save(at);
  times.length = 0;
  const [before, databaseBefore] = [cpuOf(bench.pid()), database()];
  for (let at = 0; at < SAVES; at++) await save(at);
  times.sort((a, b) => a - b);
  return {
    cpuMs: (cpuOf(bench.pid()) - before) / SAVES,
    databaseMs: (database() - databaseBefore) / SAVES,
    p50: times[SAVES / 2]!,
    refused,
  };
}
