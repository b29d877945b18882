import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../scripts/postgres/cluster';
import { startBench } from './application';
import { coordinatorCookie, fillApplications, queriesPerRequest } from './data';
import { type Measure, measure, type Target } from './load';
import { type Weight, weigh } from './weight';

/** The list's cost, its database's included, when a hundred times as many files are behind it. */
const GROWTH = 'list with 10,000 files behind / with 100';
const [FEW, APPLICATIONS] = [100, 10_000];

/** Budgets of the product (CPU in ms a request, kilobytes after gzip, statements a page). */
const BUDGET = { lightMs: 7, listMs: 12, javascript: 165, css: 15, queries: 6, growth: 1.3 };

export type PageFigures = Measure & { queries?: number; weight?: Weight };
export type Figures = { pages: Record<string, PageFigures>; ratios: Record<string, number>; fallsShort: string[] };

async function startFloors(databaseUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'floors.mjs'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
    execArgv: [],
  });
  await new Promise((ready) => child.once('message', ready));
  return { url: `http://127.0.0.1:${port}`, child };
}

/** Every figure of one run on one machine: only the ratios between them travel. */
export async function benchPages(): Promise<Figures> {
  const bench = await startBench();
  const floors = await startFloors(bench.databaseUrl);
  try {
    const headers = { cookie: await coordinatorCookie(bench.databaseUrl) };
    const { callSlug } = await fillApplications(bench.databaseUrl, FEW);
    const listUrl = `${bench.url}/fr/admin/calls/${callSlug}/applications`;
    const fewRows = await measure({ url: listUrl, headers }, bench.pid(), bench.databasePids);
    const { applicationId } = await fillApplications(bench.databaseUrl, APPLICATIONS);
    const pages: Record<string, PageFigures> = {};
    const at = (path: string) => ({ url: `${bench.url}${path}`, headers });
    for (const [name, path] of [
      ['next page without data', '/fr/sign-in'],
      ['home', '/fr'],
      ['list of 50', listUrl.slice(bench.url.length)],
      ['detail', `/fr/admin/applications/${applicationId}`],
    ] as const) {
      const target: Target = name === 'next page without data' ? { url: `${bench.url}${path}` } : at(path);
      const figures = await measure(target, bench.pid(), bench.databasePids);
      const queries = await queriesPerRequest(bench.databaseUrl, () =>
        fetch(target.url, { headers: target.headers }).then((r) => r.text()),
      );
      pages[name] = { ...figures, queries, weight: await weigh(target.url, target.headers ?? {}) };
    }
    const pid = floors.child.pid ?? 0;
    pages['floor: static bytes'] = await measure({ url: `${floors.url}/static` }, pid, () => []);
    pages['floor: pg and a string'] = await measure({ url: `${floors.url}/rows` }, pid, bench.databasePids);
    return judge(pages, fewRows);
  } finally {
    floors.child.kill();
    await bench.stop();
  }
}

function judge(pages: Record<string, PageFigures>, fewRows: Measure): Figures {
  const cpu = (name: string) => pages[name]?.cpuMs ?? 0;
  const ratios = {
    'home / next page without data': cpu('home') / cpu('next page without data'),
    'list / next page without data': cpu('list of 50') / cpu('next page without data'),
    'list / pg and a string': cpu('list of 50') / cpu('floor: pg and a string'),
    'list / static bytes': cpu('list of 50') / cpu('floor: static bytes'),
    [GROWTH]: (cpu('list of 50') + (pages['list of 50']?.databaseCpuMs ?? 0)) / (fewRows.cpuMs + fewRows.databaseCpuMs),
  };
  const fallsShort: string[] = [];
  const check = (name: string, value: number, limit: number) =>
    value > limit && fallsShort.push(`${name}: ${value.toFixed(1)} > ${limit}`);
  check('light page, CPU ms', cpu('home'), BUDGET.lightMs);
  check('50 rows, CPU ms', cpu('list of 50'), BUDGET.listMs);
  check('growth of the list', ratios[GROWTH] ?? 0, BUDGET.growth);
  for (const [name, page] of Object.entries(pages)) {
    if (page.status !== 200) fallsShort.push(`${name}: answered ${page.status}`);
    check(`${name}, statements`, page.queries ?? 0, BUDGET.queries);
    check(`${name}, JavaScript KB`, page.weight?.javascript ?? 0, BUDGET.javascript);
    check(`${name}, CSS KB`, page.weight?.css ?? 0, BUDGET.css);
    if (page.weight?.thirdParty.length) fallsShort.push(`${name}: asks ${page.weight.thirdParty.join(', ')}`);
  }
  return { pages, ratios, fallsShort };
}
