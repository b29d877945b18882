import { beforeAll, expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { awaitingReviews } from '@/lib/jury/awaiting';
import { sendInvitations } from '@/lib/jury/commands/invite';
import { applyPanels, solvePanels } from '@/lib/jury/commands/panels';
import { seatJuror } from '@/lib/jury/commands/seat';
import { moveHearing } from '@/lib/jury/commands/timetable';
import { convocationPdf, planningPdf } from '@/lib/jury/planning';
import { panelBreaches, readingBreaches } from '@/lib/jury/queries/breaches';
import { convocation, myConvocation } from '@/lib/jury/queries/convocation';
import { invitationCounts } from '@/lib/jury/queries/invitations';
import { panels } from '@/lib/jury/queries/panels';
import { stageDetail } from '@/lib/jury/queries/stages';
import { timetableClashes } from '@/lib/jury/queries/timetable';
import type { PersonViewer } from '@/lib/viewer';
import { file, juror, person, stage } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2026-03-20T10:00:00Z');
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { roles: ['coordinator'] });
});

const contact = (email: string) => ({ firstName: 'Lou', lastName: 'Mentor', email });

/** Two panels of two in one half-day, two files each; one mentor follows two files. */
async function scene(settings: object = {}) {
  const on = await stage(db, {
    settings: { halfDays: ['2026-03-24-am'], panels: 2, panelMin: 2, panelMax: 2, ...settings },
  });
  const jurors = [await juror(db, on), await juror(db, on), await juror(db, on), await juror(db, on)];
  const files = [];
  for (const title of ['Ancre', 'Balise', 'Cap', 'Digue'])
    files.push(await file(db, on, { title, answers: { projectName: title, mentor: contact(`${title}@min.invalid`) } }));
  const solved = await solvePanels(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  await applyPanels(coordinator, { stageId: on.id, solutionId: solved.value.id }, clock());
  const detail = (await stageDetail(coordinator, on.id))!;
  return { on, jurors, files, detail };
}

const mails = (stageId: string) =>
  db.$queryRaw<{ to: string; subject: string; template: string; ics: string; type: string }[]>`
    SELECT o."to", o.subject, o.template, o.attachments->0->>'content' AS ics, o.attachments->0->>'contentType' AS type
    FROM outbox_message o JOIN hearing_invitation i ON i.id::text = o.about_id WHERE i.stage_id = ${stageId}::uuid ORDER BY o.created_at, o.id`;
const unfolded = (ics: string) => ics.replaceAll('\r\n ', '');

test('jurors, applicants and mentors are told once, each with a calendar file; then only what changed, then what is off', async () => {
  const { on, detail } = await scene();
  expect(await invitationCounts(coordinator, detail)).toEqual({ invite: 12, update: 0, cancel: 0, told: 0 });
  expect(await sendInvitations(coordinator, on.id, clock)).toMatchObject({ ok: true, value: { invited: 12 } });
  const sent = await mails(on.id);
  expect(sent).toHaveLength(12);
  const letters = await db.outboxMessage.findMany({ where: { to: 'ancre@min.invalid', template: 'hearing-invite' } });
  expect(letters[0]!.text).toMatch(/mardi 24 mars 2026, de \d{2}:\d{2} à \d{2}:\d{2} \(heure de Paris\)/);
  expect(letters[0]!.text).toMatch(/\/fr\/my-applications\/[0-9a-f-]{36}\/hearing/);
  const mentor = sent.find(({ to }) => to === 'ancre@min.invalid')!;
  expect(mentor.type).toBe('text/calendar; charset=utf-8; method=REQUEST');
  const ics = unfolded(mentor.ics);
  expect(ics).toMatch(/METHOD:REQUEST\r\n/);
  expect(ics).toMatch(/SEQUENCE:0\r\n/);
  expect(ics).toMatch(/mailto:ancre@min\.invalid/i);
  expect(await sendInvitations(coordinator, on.id, clock)).toMatchObject({ ok: false, reason: 'everyone_told' });

  const [first] = await panels(coordinator, detail);
  const [one] = first!.hearings;
  await moveHearing(coordinator, {
    stageId: on.id,
    hearingId: one!.id,
    act: 'place',
    startsAt: '2026-03-24T11:15',
  });
  const again = await sendInvitations(coordinator, on.id, clock);
  expect(again).toMatchObject({ ok: true, value: { invited: 0, cancelled: 0 } });
  const after = (await mails(on.id)).slice(12);
  const moved = after.find(({ to }) => to === `${one!.title.toLowerCase()}@min.invalid`)!;
  const before = sent.find(({ to }) => to === moved.to)!;
  const uid = /UID:(.+)\r\n/;
  expect(uid.exec(unfolded(moved.ics))?.[1]).toBe(uid.exec(unfolded(before.ics))?.[1]);
  expect(unfolded(moved.ics)).toMatch(/SEQUENCE:1\r\n/);
  // 11:15 among jurors, the team from 11:25 to 11:45; Paris is an hour ahead in March.
  expect(unfolded(moved.ics)).toMatch(/DTSTART:20260324T102500Z\r\nDTEND:20260324T104500Z/);

  await db.hearing.delete({ where: { id: one!.id } });
  expect(await sendInvitations(coordinator, on.id, clock)).toMatchObject({ ok: true, value: { cancelled: 2 } });
  const off = (await mails(on.id)).filter(({ template, to }) => template === 'hearing-cancel' && to === moved.to)[0]!;
  expect(off.type).toContain('method=CANCEL');
  expect(unfolded(off.ics)).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/);
});

test('a rehearsal mails nobody, and only those who run the jury send', async () => {
  const { on, jurors } = await scene({ rehearsal: true });
  expect(await sendInvitations(coordinator, on.id, clock)).toMatchObject({ ok: false, reason: 'rehearsal_mails' });
  expect(await sendInvitations(jurors[0]!, on.id, clock)).toMatchObject({ ok: false, reason: 'not_allowed' });
  expect(await mails(on.id)).toEqual([]);
});

test('a hearing moves without dragging: earlier, later, to another panel; clashes are shown, conflicts refused', async () => {
  const { on, jurors, detail } = await scene();
  const titles = async () =>
    (await panels(coordinator, detail)).map(({ hearings }) => hearings.map(({ title }) => title));
  const [left, right] = await panels(coordinator, detail);
  const move = (hearingId: string, act: 'earlier' | 'later' | 'place', panelId?: string) =>
    moveHearing(coordinator, { stageId: on.id, hearingId, act, panelId });
  const [a, b] = left!.hearings;
  const order = await titles();
  expect(await move(a!.id, 'earlier')).toMatchObject({ ok: false, reason: 'no_neighbour' });
  await move(a!.id, 'later');
  expect((await titles())[0]).toEqual(order[0]!.toReversed());
  const [now] = await panels(coordinator, detail);
  expect(now!.hearings.map(({ startsAt }) => startsAt)).toEqual(left!.hearings.map(({ startsAt }) => startsAt));
  expect(await timetableClashes(coordinator, detail)).toEqual([]);
  const members = right!.members.map(({ id }) => id);
  await db.conflict.create({
    data: { applicationId: b!.applicationId, personId: members[0]!, kind: 'family', state: 'confirmed' },
  });
  expect(await move(b!.id, 'place', right!.id)).toMatchObject({ ok: false, reason: 'conflict' });
  expect(await move(a!.id, 'place', right!.id)).toMatchObject({ ok: true });
  expect((await titles())[1]).toHaveLength(3);
  // Moved with its hour: the panel would hear two files at once, and says so of each of its people.
  const clashes = await timetableClashes(coordinator, detail);
  expect(new Set(clashes.map(({ kind }) => kind))).toEqual(new Set(['two_places']));
  expect(clashes).toHaveLength(2);
  expect(await moveHearing(jurors[0]!, { stageId: on.id, hearingId: a!.id, act: 'later' })).toMatchObject({
    ok: false,
    reason: 'not_allowed',
  });
});

test('someone named on two files heard at the same hour gets them one after the other', async () => {
  const on = await stage(db, { settings: { halfDays: ['2026-03-24-am'], panels: 2, panelMin: 1, panelMax: 2 } });
  for (const _ of [1, 2]) await juror(db, on);
  for (const title of ['Est', 'Nord', 'Ouest', 'Sud'])
    await file(db, on, {
      title,
      answers: { mentor: contact(title < 'O' ? 'double@min.invalid' : `${title}@min.invalid`) },
    });
  const solved = await solvePanels(coordinator, on.id);
  if (!solved.ok) throw new Error(solved.reason);
  await applyPanels(coordinator, { stageId: on.id, solutionId: solved.value.id }, clock());
  expect(await timetableClashes(coordinator, (await stageDetail(coordinator, on.id))!)).toEqual([]);
});

test('whoever was told finds the hearing in their space, on paper and on Today; nobody else does, and it goes when cancelled', async () => {
  const { on, jurors, detail, files } = await scene();
  const mentor = await person(db, { email: 'Ancre@min.invalid' });
  expect(await myConvocation(mentor, files[0]!)).toBeNull();
  await sendInvitations(coordinator, on.id, clock);
  const seen = (await myConvocation(mentor, files[0]!))!;
  expect(seen).toMatchObject({ title: 'Ancre', mine: false, rhythm: { pitch: 5 } });
  expect(+seen.endsAt - +seen.startsAt).toBe(20 * 60_000);
  expect((await convocation(mentor, seen.id))?.applicationId).toBe(files[0]);
  expect((await awaitingReviews(mentor, clock)).map(({ words }) => words)).toEqual(['attendHearing']);
  expect((await awaitingReviews(jurors[0]!, clock)).map(({ words }) => words)).toEqual(['sitOnPanel']);
  for (const other of [jurors[0]!, coordinator, await person(db)]) {
    expect(await myConvocation(other, files[0]!)).toBeNull();
    expect(await convocation(other, seen.id)).toBeNull();
  }
  const all = await panels(coordinator, detail);
  for (const only of [{}, { panel: all[0]!.id }, { juror: jurors[0]!.id }, { file: files[0]! }])
    expect((await planningPdf(detail, all, 'fr', only))?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await planningPdf(detail, all, 'fr', { juror: mentor.id })).toBeNull();
  expect((await convocationPdf(seen, 'en')).toString('latin1')).toContain('pdfuaid');
  await db.hearing.deleteMany({ where: { applicationId: files[0]! } });
  await sendInvitations(coordinator, on.id, clock);
  expect(await myConvocation(mentor, files[0]!)).toBeNull();
});

test('a juror moved by hand is said with what it breaks, and never put with a file they are tied to', async () => {
  const { on, jurors, detail } = await scene();
  expect((await panelBreaches(coordinator, detail)).breaches).toEqual([]);
  const [left, right] = await panels(coordinator, detail);
  const one = left!.members[0]!.id;
  const move = (panelId?: string) => seatJuror(coordinator, { stageId: on.id, personId: one, panelId });
  expect(await move(left!.id)).toMatchObject({ ok: false, reason: 'nothing_changes' });
  expect(await move(right!.id)).toMatchObject({ ok: true });
  const { breaches } = await panelBreaches(coordinator, detail);
  expect(breaches).toEqual([
    { kind: 'panel_size', panel: 0, limits: [2, 2], given: 1 },
    { kind: 'panel_size', panel: 1, limits: [2, 2], given: 3 },
  ]);
  expect(await move()).toMatchObject({ ok: true });
  expect((await panelBreaches(coordinator, detail)).breaches).toContainEqual({
    kind: 'seats',
    juror: one,
    limits: [1, 1],
    given: 0,
  });
  await db.conflict.create({
    data: { applicationId: left!.hearings[0]!.applicationId, personId: one, kind: 'family', state: 'declared' },
  });
  expect(await move(left!.id)).toMatchObject({ ok: false, reason: 'conflict' });
  expect(await seatJuror(jurors[0]!, { stageId: on.id, personId: one, panelId: left!.id })).toMatchObject({
    ok: false,
  });
  expect((await readingBreaches(coordinator, detail)).breaches).toEqual([]);
});

test('a half-day that runs over says so, its general grid included', async () => {
  const { detail } = await scene({ rhythm: { generalGrid: 240 } });
  const clashes = await timetableClashes(coordinator, detail);
  // Two hearings end at 10:35; four hours later it is 14:35, and the afternoon began at 14:00.
  expect(clashes.map(({ kind }) => kind)).toEqual(['too_long', 'too_long']);
  expect(clashes[0]).toMatchObject({ end: 14 * 60 + 35, limit: 14 * 60 });
});
