import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { clockAt } from '@/lib/clock';
import { countingQueries, db, disconnect } from '@/lib/db';
import { importSite } from '@/lib/exchange/commands/import-site';
import { reopenIssue, resolveIssue } from '@/lib/exchange/commands/resolve-issue';
import { applyUpload, checkUpload } from '@/lib/exchange/commands/uploads';
import { issueDetail, listIssues, targets } from '@/lib/exchange/queries/issues';
import { importRun, importRuns } from '@/lib/exchange/queries/runs';
import { IssueFilters } from '@/lib/exchange/schema';
import { visitor } from '@/lib/viewer';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
beforeAll(async () => {});
afterAll(disconnect);
const clock = clockAt('2026-11-22T10:00:00Z');

const site = (people: Record<string, string> = {}) => ({
  '_defis/2018-01-01-brigade.md': '---\ntitre: Brigade Numérique\nannees: 2018\neigs: [Dora Crisan]\n---\n',
  '_communaute/2018-01-01-dora-crisan.md':
    '---\nnom: Dora Crisan\nannees: 2018\ndefi: Bridage Numérique\nprofil: Développeuse\n---\n',
  ...people,
});
const mentor = {
  '_communaute/2018-01-01-simone.md':
    '---\nnom: Simone Nouwop-Tchinda\nannees: 2018\ndefi: Brigade Numérique\nprofil: Mentor\n---\n',
};
const twin = {
  '_communaute/2018-01-01-simone-t.md':
    '---\nnom: Simone Tchinda\nannees: 2018\ndefi: Brigade Numérique\nprofil: Mentor\n---\n',
};

async function zipped(files: Record<string, string>): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'zip-')), 'site.zip');
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), `site-main/${name}`);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}
const bytesOf = async (path: string) => Readable.from([(await import('node:fs')).readFileSync(path)]);
const open = async (viewer: Parameters<typeof listIssues>[0]) =>
  (await listIssues(viewer, IssueFilters.parse({}))).issues;

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE cohort, organisation, person, challenge, role_assignment, import_run, import_record, import_issue, import_choice CASCADE`;
});

describe('an uploaded archive', () => {
  test('is read, reported, then applied once, with the answers given in between', async () => {
    const viewer = await makeViewer(db, 'coordinator');
    const checked = await checkUpload(
      viewer,
      { name: 'C:\\site.zip', bytes: await bytesOf(await zipped(site())) },
      clock,
    );
    if (!checked.ok) throw new Error(checked.reason);
    const { runId } = checked.value;
    expect(await importRun(viewer, runId)).toMatchObject({
      name: 'site.zip',
      state: 'checked',
      canApply: true,
      open: 1,
    });
    expect(await db.challenge.count()).toBe(0);

    const [issue] = await open(viewer);
    const detail = await issueDetail(viewer, issue!.id);
    expect(detail?.suggestion).toEqual({ id: null, key: '2:brigadenumerique', label: 'Brigade Numérique' });
    expect(await resolveIssue(viewer, { issueId: issue!.id, act: 'link', targetKey: '2:brigadenumerique' })).toEqual({
      ok: true,
      value: { joined: false },
    });

    const applied = await applyUpload(viewer, runId, clock);
    expect(applied).toMatchObject({ ok: true, value: { report: { challenges: { created: 1 }, issues: [] } } });
    expect(await importRun(viewer, runId)).toMatchObject({ state: 'applied', canApply: false, open: 0 });
    expect(await applyUpload(viewer, runId, clock)).toMatchObject({ ok: false, reason: 'already_applied' });
    expect((await importRuns(viewer)).map((run) => run.state)).toEqual(['applied']);
  });

  test('that is refused leaves nothing, neither rows nor bytes', async () => {
    const viewer = await makeViewer(db, 'coordinator');
    const bomb = await checkUpload(viewer, { name: 'a.zip', bytes: Readable.from([Buffer.from('not a zip')]) }, clock);
    expect(bomb).toMatchObject({ ok: false, reason: 'not_an_archive' });
    expect(await db.importRun.count()).toBe(0);
    const left = await readdir(join(process.env.DATA_DIR!, 'files'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});

describe('answers', () => {
  test('link two rows that an import made of one person: roles, names and keys follow', async () => {
    const viewer = await makeViewer(db, 'coordinator');
    const path = await zipped(site({ ...mentor, ...twin }));
    await importSite(viewer, path, { clock });
    const issue = (await open(viewer)).find((one) => one.reason === 'suspected_duplicate')!;
    const kept = await db.person.findFirstOrThrow({ where: { name: { in: [issue.suggestionLabel!] } } });
    expect(await resolveIssue(viewer, { issueId: issue.id, act: 'link', targetId: kept.id })).toEqual({
      ok: true,
      value: { joined: true },
    });
    const people = await db.person.findMany({ where: { name: { startsWith: 'Simone' } }, include: { roles: true } });
    expect(people).toHaveLength(1);
    expect(people[0]!.roles).toHaveLength(1);
    expect([people[0]!.name, ...people[0]!.aliases].sort()).toEqual(['Simone Nouwop-Tchinda', 'Simone Tchinda']);
    const again = await importSite(viewer, path, { clock });
    if (!again.ok) throw new Error(again.reason);
    expect(again.value.report.people.created + again.value.report.roles.created).toBe(0);
    expect(again.value.report.issues.map((one) => one.reason)).not.toContain('suspected_duplicate');
  });

  test('are remembered by the next run, and can be taken back', async () => {
    const viewer = await makeViewer(db, 'coordinator');
    const path = await zipped(site());
    await importSite(viewer, path, { clock });
    const [issue] = await open(viewer);
    await resolveIssue(viewer, { issueId: issue!.id, act: 'ignore' });
    expect(await importSite(viewer, path, { clock })).toMatchObject({ value: { report: { issues: [] } } });
    expect(await open(viewer)).toEqual([]);
    expect(await reopenIssue(viewer, issue!.id)).toMatchObject({ ok: true });
    expect(await importSite(viewer, path, { clock })).toMatchObject({
      value: { report: { issues: [{ reason: 'unresolved_reference' }] } },
    });
  });

  test('must fit their issue and name something that exists', async () => {
    const viewer = await makeViewer(db, 'coordinator');
    await importSite(viewer, await zipped(site()), { clock });
    const [issue] = await open(viewer);
    const issueId = issue!.id;
    expect(await resolveIssue(viewer, { issueId, act: 'create' })).toMatchObject({ ok: false, reason: 'not_possible' });
    expect(await resolveIssue(viewer, { issueId, act: 'link' })).toMatchObject({ ok: false, reason: 'no_target' });
    expect(await resolveIssue(viewer, { issueId, act: 'link', targetKey: 'forged' })).toMatchObject({
      ok: false,
      reason: 'no_target',
    });
    const person = await db.person.findFirstOrThrow();
    expect(await resolveIssue(viewer, { issueId, act: 'link', targetId: person.id })).toMatchObject({
      ok: false,
      reason: 'no_target',
    });
  });

  test('belong to the coordination: others find nothing', async () => {
    const coordinator = await makeViewer(db, 'coordinator');
    await importSite(coordinator, await zipped(site()), { clock });
    const [issue] = await open(coordinator);
    for (const viewer of [visitor, await makeViewer(db, 'communication'), await makeViewer(db, 'juror')]) {
      expect(await open(viewer)).toEqual([]);
      expect(await issueDetail(viewer, issue!.id)).toBeNull();
      expect(await targets(viewer, 'person', { q: 'dora' })).toEqual([]);
      expect(await importRuns(viewer)).toEqual([]);
      expect(await resolveIssue(viewer, { issueId: issue!.id, act: 'ignore' })).toMatchObject({
        ok: false,
        reason: 'not_found',
      });
      expect(await reopenIssue(viewer, issue!.id)).toMatchObject({ ok: false, reason: 'not_found' });
    }
  });

  test('records to link to are found by words in any order, none by none', async () => {
    const viewer = await makeViewer(db, 'coordinator');
    await importSite(viewer, await zipped(site(mentor)), { clock });
    expect((await targets(viewer, 'person', { q: 'tchinda simone' })).map((one) => one.label)).toEqual([
      'Simone Nouwop-Tchinda',
    ]);
    expect((await targets(viewer, 'challenge', { q: 'brigade' })).map((one) => one.label)).toEqual([
      'Brigade Numérique',
    ]);
    expect(await targets(viewer, 'person', { q: '  ' })).toEqual([]);
    expect(await targets(viewer, 'file', { q: 'brigade' })).toEqual([]);
  });

  test('the list costs as many queries for three issues as for one', async () => {
    const viewer = await makeViewer(db, 'coordinator');
    await importSite(viewer, await zipped(site()), { clock });
    const one = await countingQueries(() => open(viewer));
    await importSite(
      viewer,
      await zipped(
        site({
          ...mentor,
          ...twin,
          '_communaute/2018-01-01-x.md': '---\nnom: Max X\ndefi: Inconnu\nannees: bientôt\n---\n',
        }),
      ),
      { clock },
    );
    const three = await countingQueries(() => open(viewer));
    expect(three.value.length).toBeGreaterThan(one.value.length);
    expect(three.queries).toBe(one.queries);
  });
});
