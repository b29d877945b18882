import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { translator } from '@/lib/i18n/translator';
import { declareConflict } from '@/lib/jury/commands/conflict';
import { callAttendance, standAside } from '@/lib/jury/commands/day';
import { decide } from '@/lib/jury/commands/decide';
import { noteDiscussion } from '@/lib/jury/commands/deliberate';
import { sealMinutes, signMinutes } from '@/lib/jury/commands/minutes';
import { sendReview } from '@/lib/jury/commands/review';
import { changeSettings, closeStage } from '@/lib/jury/commands/stage';
import { minutesJson, minutesPdf } from '@/lib/jury/exports';
import { verifyMinutes } from '@/lib/jury/minutes';
import { orderSaid } from '@/lib/jury/minutes-order';
import { planningPdf } from '@/lib/jury/planning';
import { board } from '@/lib/jury/queries/board';
import { calibrationOf } from '@/lib/jury/queries/calibration';
import { boardDigest } from '@/lib/jury/queries/live';
import { changedMinutes, draftMinutes, minutesById, minutesOfStage } from '@/lib/jury/queries/minutes';
import { panels } from '@/lib/jury/queries/panels';
import { stageDetail } from '@/lib/jury/queries/stages';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { assignment, file, juror, person, stage, typedGrid } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2022-04-01T15:00:00.000Z');
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { name: 'Camille Coordonne', roles: ['coordinator'] });
});

/** Three files, two jurors who read them all: A and B tied at 4, C behind. */
async function scene() {
  const on = await stage(db);
  const jurors = [await juror(db, on, { name: 'Ana' }), await juror(db, on, { name: 'Basile' })];
  const files = [
    await file(db, on, { title: 'A' }),
    await file(db, on, { title: 'B' }),
    await file(db, on, { title: 'C' }),
  ];
  const marks = [
    [4, 4],
    [5, 3],
    [1, 2],
  ];
  const given: string[][] = [];
  for (const [at, id] of files.entries()) {
    given.push([]);
    for (const [who, viewer] of jurors.entries()) {
      const assignmentId = await assignment(db, on, viewer.id, id);
      given[at]!.push(assignmentId);
      await sendReview(
        viewer,
        {
          assignmentId,
          version: 0,
          grid: typedGrid(marks[at]![who]!, at === 1 && who === 0 ? { favourite: 'yes' } : {}),
        },
        clock,
      );
    }
  }
  return { on, jurors, files, given };
}

async function opened(stageId: string) {
  await changeSettings(coordinator, { stageId, settings: { deliberationOpen: true } });
  await closeStage(coordinator, { stageId, closed: true, at: clock() });
}

test('the room sees the board once marking is over and it is opened, and only those who sit', async () => {
  const { on, jurors } = await scene();
  expect(await board(jurors[0]!, on.id)).toBeNull();
  expect(await boardDigest(jurors[0]!, on.id)).toBeNull();
  await changeSettings(coordinator, { stageId: on.id, settings: { deliberationOpen: true } });
  expect(await board(jurors[0]!, on.id)).toBeNull();
  await closeStage(coordinator, { stageId: on.id, closed: true, at: clock() });
  expect((await board(jurors[0]!, on.id))?.items.map(({ title, place, tiedWith }) => [title, place, tiedWith])).toEqual(
    [
      ['A', 1, 1],
      ['B', 1, 1],
      ['C', 3, 0],
    ],
  );
  const stranger = await person(db, { roles: ['juror'] });
  for (const viewer of [visitor, stranger]) expect(await board(viewer, on.id)).toBeNull();
  expect(await board(coordinator, 'x')).toBeNull();
});

test('a tie is broken by a named rule, and says so', async () => {
  const { on } = await scene();
  await changeSettings(coordinator, { stageId: on.id, settings: { ranking: ['mean', 'favourites'] } });
  const table = await board(coordinator, on.id);
  expect(table?.items.map(({ title, place, brokenBy }) => [title, place, brokenBy])).toEqual([
    ['B', 1, null],
    ['A', 2, 'favourites'],
    ['C', 3, null],
  ]);
});

test('who has a tie with a file is absent from it: board, places, counts, and not one tick when it moves', async () => {
  const { on, jurors, files, given } = await scene();
  await opened(on.id);
  const [ana, basile] = jurors as [PersonViewer, PersonViewer];
  await declareConflict(ana, { assignmentId: given[0]![0]!, kind: 'family', reason: '' });
  const seen = await board(ana, on.id);
  expect(seen?.items.map(({ title, place }) => [title, place])).toEqual([
    ['B', 1],
    ['C', 2],
  ]);
  const [before, other] = [await boardDigest(ana, on.id), await boardDigest(basile, on.id)];
  await noteDiscussion(coordinator, { stageId: on.id, applicationId: files[0]!, text: 'À propos de A' });
  await decide(coordinator, {
    stageId: on.id,
    applicationId: files[0]!,
    before: 'eligible',
    after: 'selected',
    reason: 'Premier',
  });
  expect(await boardDigest(ana, on.id)).toBe(before);
  expect(await boardDigest(basile, on.id)).not.toBe(other);
  expect(JSON.stringify(await board(ana, on.id))).toBe(JSON.stringify(seen));
  expect((await board(basile, on.id))?.items[0]).toMatchObject({
    title: 'A',
    state: 'selected',
    notes: [{ text: 'À propos de A' }],
  });
});

test('marks of panels that share no file are not corrected', async () => {
  const on = await stage(db);
  for (const title of ['A', 'B']) {
    const one = await juror(db, on);
    for (let at = 0; at < 2; at++)
      await sendReview(
        one,
        {
          assignmentId: await assignment(db, on, one.id, await file(db, on, { title })),
          version: 0,
          grid: typedGrid(3),
        },
        clock,
      );
  }
  const view = (await calibrationOf(coordinator, (await stageDetail(coordinator, on.id))!))!;
  expect(view.calibration).toMatchObject({ ok: false, reason: 'disconnected' });
  expect(view.assignedParts).toHaveLength(2);
  await db.stage.update({ where: { id: on.id }, data: { settings: { ranking: ['corrected'] } } });
  const { method, files } = (await draftMinutes(coordinator, (await stageDetail(coordinator, on.id))!))!;
  expect(method).toMatchObject({
    ranking: ['mean'],
    correction: { asked: true, method: null, why: 'disconnected', parts: 2 },
  });
  expect(files.every(({ corrected }) => corrected === null)).toBe(true);
  const words = { fr: /Aucune correction.*2 groupes sans dossier/, en: /No correction.*2 groups with no file/ };
  for (const [lang, pattern] of Object.entries(words)) {
    const said = orderSaid(method, await translator(lang, 'jury'));
    expect([said.order, said.severity]).toEqual([
      expect.not.stringMatching(/corrig|corrected/),
      expect.stringMatching(pattern),
    ]);
  }
});

test('two jurors with one file in common: before anyone marks, the coordination is told by name what it hangs by', async () => {
  const on = await stage(db);
  const [one, other] = [await juror(db, on), await juror(db, on)];
  const shared = await file(db, on, { title: 'Ancre' });
  for (const reader of [one, other]) {
    await assignment(db, on, reader.id, shared);
    for (let at = 0; at < 2; at++) await assignment(db, on, reader.id, await file(db, on));
  }
  const detail = (await stageDetail(coordinator, on.id))!;
  const seen = async () => (await calibrationOf(coordinator, detail))!.threads;
  expect(await seen()).toEqual([{ kind: 'file', id: shared, name: 'Ancre', sides: 2 }]);
  expect(await calibrationOf(one, detail)).toBeNull();
  const [more] = await db.reviewAssignment.findMany({
    where: { stageId: on.id, jurorId: one.id, applicationId: { not: shared } },
  });
  await assignment(db, on, other.id, more!.applicationId);
  expect(await seen()).toEqual([]);
});

async function sealed() {
  const { on, jurors, files } = await scene();
  const [ana, basile] = jurors as [PersonViewer, PersonViewer];
  const panel = await db.panel.create({
    data: {
      stageId: on.id,
      name: '1',
      members: { create: jurors.map(({ id }) => ({ personId: id })) },
      hearings: { create: files.map((applicationId, position) => ({ stageId: on.id, applicationId, position })) },
    },
  });
  await callAttendance(coordinator, { stageId: on.id, panelId: panel.id, personId: ana.id, present: 'yes' }, clock);
  await standAside(coordinator, {
    stageId: on.id,
    panelId: panel.id,
    personId: ana.id,
    applicationId: files[2]!,
    reason: 'Ancienne collègue',
  });
  const input = { stageId: on.id, remarks: 'Séance levée à 17 h.' };
  expect(await sealMinutes(coordinator, input, clock)).toMatchObject({ reason: 'still_open' });
  await closeStage(coordinator, { stageId: on.id, closed: true, at: clock() });
  expect(await sealMinutes(coordinator, input, clock)).toMatchObject({ reason: 'undecided', detail: { count: 3 } });
  for (const [at, id] of files.entries())
    await decide(coordinator, {
      stageId: on.id,
      applicationId: id,
      before: 'eligible',
      after: at < 1 ? 'selected' : 'not_selected',
      reason: `Motif ${at}`,
    });
  expect(await sealMinutes(ana, input, clock)).toMatchObject({ reason: 'not_allowed' });
  const result = await sealMinutes(coordinator, input, clock);
  if (!result.ok) throw new Error(result.reason);
  return { on, ana, basile, id: result.value.id, digest: result.value.digest };
}

test('sealed minutes hold attendance, recusals, order, decisions and reasons; those who sat sign them', async () => {
  const { on, ana, basile, id, digest } = await sealed();
  expect(await signMinutes(basile, { minutesId: id, digest: '0'.repeat(64) }, clock)).toMatchObject({
    reason: 'changed_meanwhile',
  });
  expect(await signMinutes(basile, { minutesId: id, digest }, clock)).toMatchObject({ ok: true });
  expect(await signMinutes(basile, { minutesId: id, digest }, clock)).toMatchObject({ reason: 'already_signed' });
  const stranger = await person(db);
  expect(await signMinutes(stranger, { minutesId: id, digest }, clock)).toMatchObject({ reason: 'not_found' });
  expect(await minutesById(stranger, id)).toBeNull();
  const text = minutesJson((await minutesById(coordinator, id))!)!;
  const checked = verifyMinutes(text);
  expect(checked).toMatchObject({ ok: true, digest, signatures: 1 });
  if (!checked.ok) return;
  expect(checked.content.attendance).toMatchObject([
    { name: 'Ana', present: true },
    { name: 'Basile', present: null },
  ]);
  expect(checked.content.recusals).toMatchObject([{ name: 'Ana', kind: 'recusal' }]);
  expect(checked.content.files.map(({ title, decision, reason }) => [title, decision, reason])).toEqual([
    ['A', 'selected', 'Motif 0'],
    ['B', 'not_selected', 'Motif 1'],
    ['C', 'not_selected', 'Motif 2'],
  ]);
  expect(await draftMinutes(ana, (await stageDetail(coordinator, on.id))!)).toBeNull();
  expect(await minutesOfStage(coordinator, on)).toHaveLength(1);
});

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Every way to change one value, or to take one out, of a JSON value. */
function* changes(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield* ['', `${value} `].filter((other) => other !== value);
  else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
  else if (value === null) yield* ['', 0];
  else if (Array.isArray(value))
    for (const [at, item] of value.entries()) {
      yield value.toSpliced(at, 1);
      yield value.toSpliced(at, 0, item);
      if (at > 0) yield value.with(at, value[at - 1]).with(at - 1, item);
      for (const changed of changes(item)) yield value.with(at, changed);
    }
  else if (value !== null)
    for (const [key, item] of Object.entries(value as object)) {
      const { [key as never]: _, ...without } = value as object;
      yield without;
      yield { ...without, [key]: item, ...(Object.keys(without).length ? {} : { [`${key}2`]: item }) };
      for (const changed of changes(item)) yield { ...(value as object), [key]: changed };
    }
}

test('who has a tie with a file reads the minutes once the results are published, and signs then', async () => {
  const { on, ana, id, digest } = await sealed();
  expect([await minutesById(ana, id), await minutesOfStage(ana, { id: on.id })]).toEqual([null, []]);
  expect(await signMinutes(ana, { minutesId: id, digest }, clock)).toMatchObject({ reason: 'not_found' });
  await db.call.update({ where: { id: on.callId }, data: { resultsPublishedAt: new Date() } });
  expect(await minutesById(ana, id)).not.toBeNull();
  expect(await signMinutes(ana, { minutesId: id, digest }, clock)).toMatchObject({ ok: true });
});

test('minutes changed in the database, or a signature taken out, are named by the check of the whole', async () => {
  const { basile, id, digest } = await sealed();
  await signMinutes(basile, { minutesId: id, digest }, clock);
  const changed = () => changedMinutes({ kind: 'system', job: 'verify' });
  expect(await changed()).toEqual([]);
  const { content } = await db.minutes.findUniqueOrThrow({ where: { id } });
  await db.minutes.update({ where: { id }, data: { content: content.replace('Motif 0', 'Motif 9') } });
  expect(await changed()).toEqual([id]);
  await db.minutes.update({ where: { id }, data: { content } });
  await db.minutesSignature.deleteMany({ where: { minutesId: id } });
  expect(await changed()).toEqual([id]);
});

test('the file verifies on another machine, and fails after any single change', async () => {
  const { basile, id, digest } = await sealed();
  await signMinutes(basile, { minutesId: id, digest }, clock);
  const text = minutesJson((await minutesById(coordinator, id))!)!;
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.constantFrom('replace', 'remove', 'insert'),
      fc.integer({ min: 32, max: 126 }),
      (at, how, code) => {
        const char = String.fromCharCode(code);
        const rest = text.slice(how === 'insert' ? at : at + 1);
        const changed = text.slice(0, at) + (how === 'remove' ? '' : char) + rest;
        if (changed !== text) expect(verifyMinutes(changed).ok).toBe(false);
      },
    ),
    { numRuns: 600 },
  );
  // Any field, as someone who writes the file again properly would change it: left out, emptied, made longer, moved.
  const given = JSON.parse(text) as { content: string };
  const rewritten = (changed: unknown) => `${JSON.stringify(changed, null, 2)}\n`;
  let tried = 0;
  for (const changed of changes(given)) {
    const other = rewritten(changed);
    if (other === text) continue;
    tried++;
    expect(verifyMinutes(other).ok).toBe(false);
  }
  // And any field of what was sealed, with the digests of the file made again to fit: the chain holds the one of then.
  for (const changed of changes(JSON.parse(given.content))) {
    const content = JSON.stringify(changed);
    if (content === given.content) continue;
    tried++;
    const fitted = { ...given, content, digest: sha256(content), checksum: '' };
    expect(verifyMinutes(rewritten({ ...fitted, checksum: sha256(rewritten(fitted)) })).ok).toBe(false);
  }
  expect(tried).toBeGreaterThan(300);
  const place = path.join(mkdtempSync(path.join(tmpdir(), 'minutes-')), 'minutes.json');
  const verify = () =>
    spawnSync('npm', ['run', '-s', 'verify', '--', place], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
    });
  writeFileSync(place, text);
  const good = verify();
  expect([good.status, good.stdout]).toEqual([0, expect.stringContaining(digest)]);
  const other = spawnSync('npm', ['run', '-s', 'verify', '--', place, '0'.repeat(64)], { encoding: 'utf8' });
  expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('not the one given')]);
  writeFileSync(place, text.replace('Motif 0', 'Motif 9'));
  expect(verify().status).toBe(1);
});

test('minutes and planning print as tagged PDF in both languages', async () => {
  const { on, id } = await sealed();
  const minutes = (await minutesById(coordinator, id))!;
  const detail = (await stageDetail(coordinator, on.id))!;
  for (const locale of ['fr', 'en']) {
    for (const made of [
      await minutesPdf(minutes, locale),
      (await planningPdf(detail, await panels(coordinator, detail), locale))!,
    ]) {
      const raw = made.toString('latin1');
      expect(raw.startsWith('%PDF-')).toBe(true);
      expect(raw).toContain('pdfuaid:part');
      expect(raw).toMatch(/\/MarkInfo/);
    }
  }
});
