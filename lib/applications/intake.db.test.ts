import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideFiles, undoDecision } from '@/lib/applications/commands/decide';
import { entrustFiles, labelFiles } from '@/lib/applications/commands/examine';
import { undoAct } from '@/lib/applications/commands/undo';
import { removeView, saveView } from '@/lib/applications/commands/views';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { boardDesk } from '@/lib/applications/queries/board';
import { draftsOf, workload } from '@/lib/applications/queries/desk';
import { examinedFile } from '@/lib/applications/queries/examined';
import { intakeCall, intakeRows } from '@/lib/applications/queries/intake';
import { fileDecisions } from '@/lib/applications/queries/preselection';
import { systemClock } from '@/lib/clock';
import { countingQueries, db, disconnect } from '@/lib/db';
import { verifyLedger } from '@/lib/ledger';
import type { PersonViewer, Viewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeSentFile } from '@/prisma/factories/files';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

let call: Awaited<ReturnType<typeof makeCall>>;
let [coordinator, other, applicant, coach]: PersonViewer[] = [];
let files: string[] = [];
const as = () => coordinator as PersonViewer;
const all = IntakeFilters.parse({});

beforeAll(async () => {
  [coordinator, other, applicant, coach] = [
    await makeViewer(db, 'coordinator'),
    await makeViewer(db, 'coordinator'),
    await makeViewer(db, 'applicant'),
    await makeViewer(db, 'coach'),
  ];
  call = await makeCall(db, { title: 'Appel' });
  const owner = applicant?.id ?? '';
  const made = [
    await makeSentFile(db, call, owner, {
      title: 'Marées vertes',
      answers: { pitch: 'Prévenir les échouages d’algues.' },
    }),
    await makeSentFile(db, call, owner, { title: 'Évasion', answers: { coFunding: false } }),
    await makeSentFile(db, call, owner, { title: 'Troisième', skills: ['lawyer', 'design'] }),
    await makeDraft(db, call, owner),
  ];
  files = made.map(({ id }) => id);
});

const NOTHING = { people: [], readers: [], act: null, found: 0, drafts: 0, states: {}, labels: [], views: [] };
const desk = (asked: { viewer?: Viewer; filters?: IntakeFilters } = {}) =>
  boardDesk(asked.viewer ?? as(), call.id, asked.filters ?? all, systemClock);

describe('the intake board', () => {
  it('is the coordination’s alone: everyone else gets what a missing call gives', async () => {
    for (const viewer of [applicant, coach, { kind: 'visitor' } as const]) {
      if (!viewer) throw new Error('no viewer');
      expect(await intakeCall(viewer, 'appel')).toBeNull();
      expect(await intakeRows(viewer, call.id, all)).toEqual([]);
      expect(await desk({ viewer })).toEqual(NOTHING);
      expect(await workload(viewer, call.id)).toEqual([]);
      expect(await examinedFile(viewer, files[0] ?? '')).toBeNull();
      expect(await draftsOf(viewer, call.id, 1)).toEqual({ lines: [], total: 0 });
      expect(await decideFiles(viewer, { ids: files, after: 'eligible', reason: 'Parce que' })).toMatchObject({
        ok: false,
      });
      expect(await labelFiles(viewer, { ids: files, label: 'x', remove: false })).toMatchObject({ ok: false });
      expect(await entrustFiles(viewer, { ids: files, instructorId: null })).toMatchObject({ ok: false });
      expect(await saveView(viewer, { name: 'x', query: '', shared: true })).toMatchObject({ reason: 'not_allowed' });
    }
  });

  it('leaves drafts to those who write them: they are counted, and their content is not told', async () => {
    expect(await desk()).toMatchObject({ found: 3, drafts: 1, states: { submitted: 3 } });
    expect(await examinedFile(as(), files[3] ?? '')).toBeNull();
    const { lines } = await draftsOf(as(), call.id, 1);
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
      'completeness',
      'id',
      'organisation',
      'startedAt',
      'touchedAt',
    ]);
  });

  it.each([
    [{ q: 'maree' }, ['Marées vertes']],
    [{ q: 'MARITIMES evasion' }, ['Évasion']],
    [{ q: 'affaire maritime' }, ['Marées vertes', 'Évasion', 'Troisième']],
    [{ q: 'echouage' }, ['Marées vertes']],
    [{ q: '"échouages d’algues"' }, ['Marées vertes']],
    [{ q: 'prévenir inexistant' }, []],
    [{ q: '100%_' }, []],
    [{ q: "'); DROP TABLE x; --" }, []],
    [{ coFunding: 'no' }, ['Évasion']],
    [{ profile: 'lawyer' }, ['Troisième']],
    [{ state: 'eligible' }, []],
    [{ next: 'entrust' }, ['Marées vertes', 'Évasion', 'Troisième']],
    [{ next: 'answer_message' }, []],
    [{ instructor: 'none', sort: 'title' }, ['Marées vertes', 'Troisième', 'Évasion']],
  ])('finds by %j', async (filters, titles) => {
    const given = IntakeFilters.parse(filters);
    const found = await intakeRows(as(), call.id, given);
    expect(found.map(({ title }) => title).sort()).toEqual([...titles].sort());
    expect((await desk({ filters: given })).found).toBe(titles.length);
  });

  it('asks as many questions of the database for three files as for one', async () => {
    const read = (filters: object) => {
      const given = IntakeFilters.parse(filters);
      return countingQueries(() => Promise.all([intakeRows(as(), call.id, given), desk({ filters: given })]));
    };
    const [one, three] = [await read({ q: 'maree' }), await read({})];
    expect([one.value[0].length, three.value[0].length]).toEqual([1, 3]);
    // With words to look for, what they leave is counted apart.
    expect([one.queries, three.queries]).toEqual([3, 2]);
  });
});

describe('acts on many files', () => {
  it('find files eligible with one reason, leave the others as they are, and are undone as one', async () => {
    const found = await decideFiles(as(), { ids: files, after: 'eligible', reason: 'Complet' });
    expect(found).toMatchObject({ ok: true, value: { changed: 3, left: 1 } });
    expect(await decideFiles(as(), { ids: files, after: 'eligible', reason: 'Complet' })).toMatchObject({
      reason: 'nothing_to_change',
    });
    expect((await desk()).act).toMatchObject({ kind: 'eligible', count: 3 });
    // One of them moves on: it stays where it is.
    await decideFiles(as(), { ids: files.slice(0, 1), after: 'preselected', reason: 'Fort' });
    const actId = found.ok ? found.value.act : '';
    expect(await undoAct(other as PersonViewer, { actId }, systemClock)).toMatchObject({ reason: 'not_undoable' });
    expect(await undoAct(as(), { actId }, systemClock)).toEqual({ ok: true, value: { changed: 2, left: 1 } });
    expect(await undoAct(as(), { actId }, systemClock)).toMatchObject({ reason: 'not_undoable' });
    expect((await desk()).states).toEqual({ submitted: 2, preselected: 1 });
    expect(await fileDecisions(as(), files[1] ?? '')).toMatchObject([
      { before: 'submitted', after: 'eligible', reason: 'Complet', by: as().name },
    ]);
    for (const { id } of await fileDecisions(as(), files[0] ?? ''))
      await undoDecision(as(), { decisionId: id }, systemClock);
    expect((await desk()).states).toEqual({ submitted: 3 });
  });

  it('decide once when several decide at the same moment', async () => {
    const decide = () => decideFiles(as(), { ids: files.slice(0, 1), after: 'ineligible', reason: 'Hors sujet' });
    const results = await Promise.all([decide(), decide(), decide(), decide()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('change nothing once results are published', async () => {
    await db.call.update({ where: { id: call.id }, data: { resultsPublishedAt: new Date() } });
    const refused = await decideFiles(as(), { ids: files, after: 'eligible', reason: 'Erreur' });
    expect(refused).toMatchObject({ reason: 'nothing_to_change' });
    const [last] = await fileDecisions(as(), files[0] ?? '');
    expect(await undoDecision(as(), { decisionId: last?.id ?? '' }, systemClock)).toMatchObject({
      reason: 'not_undoable',
    });
    await db.call.update({ where: { id: call.id }, data: { resultsPublishedAt: null } });
  });

  it('entrust files to those who can open them, and count who has how many', async () => {
    const entrust = (instructorId: string | null) => entrustFiles(as(), { ids: files, instructorId });
    expect(await entrust(applicant?.id ?? '')).toMatchObject({ reason: 'unknown_person' });
    expect(await entrust(coach?.id ?? '')).toMatchObject({ reason: 'unknown_person' });
    const done = await entrust(other?.id ?? '');
    expect(done).toMatchObject({ ok: true, value: { changed: 3, left: 1 } });
    expect((await workload(as(), call.id)).find(({ id }) => id === other?.id)).toMatchObject({
      files: 3,
      decided: 1,
      toDecide: 2,
    });
    await undoAct(as(), { actId: done.ok ? done.value.act : '' }, systemClock);
    expect((await workload(as(), call.id)).find(({ id }) => id === null)).toMatchObject({ files: 3 });
  });

  it('label once, take labels off, and undo both', async () => {
    const label = (remove: boolean) => labelFiles(as(), { ids: files, label: 'à relire', remove });
    const put = await label(false);
    expect(put).toMatchObject({ value: { changed: 3 } });
    expect(await label(false)).toMatchObject({ reason: 'nothing_to_change' });
    expect((await desk()).labels).toEqual([{ label: 'à relire', count: 3 }]);
    const taken = await label(true);
    await undoAct(as(), { actId: taken.ok ? taken.value.act : '' }, systemClock);
    expect((await desk()).labels).toHaveLength(1);
    await undoAct(as(), { actId: put.ok ? put.value.act : '' }, systemClock);
    expect((await desk()).labels).toEqual([]);
  });
});

describe('saved views', () => {
  it('are one’s own until shared, keep only what the board understands, and are replaced by name', async () => {
    await saveView(as(), { name: 'À moi', query: 'instructor=me&page=4&evil=1', shared: false });
    expect((await desk({ viewer: as() })).views).toMatchObject([{ name: 'À moi', query: 'instructor=me', mine: true }]);
    expect((await desk({ viewer: other as PersonViewer })).views).toEqual([]);
    await saveView(as(), { name: 'À moi', query: 'instructor=me&next=entrust', shared: true });
    const [seen] = (await desk({ viewer: other as PersonViewer })).views;
    expect(seen).toMatchObject({ query: 'instructor=me&next=entrust', mine: false, by: as().name });
    expect(await removeView(other as PersonViewer, { viewId: seen?.id ?? '' })).toMatchObject({ reason: 'not_found' });
    expect(await removeView(as(), { viewId: seen?.id ?? '' })).toMatchObject({ ok: true });
    expect((await desk({ viewer: other as PersonViewer })).views).toEqual([]);
  });
});

it('leaves a chain of events that holds', async () => {
  expect(await verifyLedger()).not.toHaveProperty('broken');
});
