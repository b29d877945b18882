import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '@/lib/applications/commands/save';
import { startApplication } from '@/lib/applications/commands/start';
import { submitApplication } from '@/lib/applications/commands/submit';
import { myApplication } from '@/lib/applications/queries';
import type { Answers } from '@/lib/calls/answers';
import { inSection, shortText, text } from '@/lib/calls/building';
import { instantOf, TIME_ZONES } from '@/lib/calls/calendar';
import { changeDeadline } from '@/lib/calls/commands/deadline';
import { formDefinition } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const T = text('Titre', 'Title');
const form = formDefinition.parse({ sections: [inSection('s', T, [shortText('name', T)])] });
const plus = (date: Date, seconds: number) => new Date(date.getTime() + seconds * 1000);

let owner: PersonViewer;
let coordinator: PersonViewer;
beforeAll(async () => {
  [owner, coordinator] = [await makeViewer(db), await makeViewer(db, 'coordinator')];
});
const write = (id: string, base: Answers, mine: Answers, when: Date) =>
  saveAnswers(owner, id, () => ({ fields: fieldsOf(form), base, mine }), when);
const submit = (id: string, when: Date) =>
  submitApplication(owner, { applicationId: id, key: randomUUID() }, when).then((one) => (one.ok ? 'ok' : one.reason));

/** The last second of a call, as its local clock shows it and as the world counts it. */
const CLOSINGS: [local: string, zone: string, utc: string][] = [
  ['2022-03-18T23:59', 'Europe/Paris', '2022-03-18T22:59:00Z'],
  // The night clocks go forward: 23:59 is an hour earlier for the world than the day before.
  ['2022-03-27T23:59', 'Europe/Paris', '2022-03-27T21:59:00Z'],
  // An hour that does not exist that night: the hour after, in doubt for the applicant.
  ['2022-03-27T02:30', 'Europe/Paris', '2022-03-27T01:30:00Z'],
  // An hour that comes twice: its second coming.
  ['2022-10-30T02:30', 'Europe/Paris', '2022-10-30T01:30:00Z'],
  ['2022-10-30T23:59', 'Europe/Paris', '2022-10-30T22:59:00Z'],
  ['2022-03-18T23:59', 'Indian/Reunion', '2022-03-18T19:59:00Z'],
  ['2022-03-18T23:59', 'Pacific/Noumea', '2022-03-18T12:59:00Z'],
  ['2022-03-18T23:59', 'America/Martinique', '2022-03-19T03:59:00Z'],
  ['2022-03-18T23:59', 'Pacific/Wallis', '2022-03-18T11:59:00Z'],
  ['2022-03-18T23:59', 'Pacific/Tahiti', '2022-03-19T09:59:00Z'],
  // Saint-Pierre-et-Miquelon changes its clocks on the American date.
  ['2022-03-18T23:59', 'America/Miquelon', '2022-03-19T01:59:00Z'],
  ['2022-11-06T23:59', 'America/Miquelon', '2022-11-07T02:59:00Z'],
];

describe('a deadline to the second', () => {
  it.each(CLOSINGS)(
    '%s in %s: written and sent at −1 s, 0 and + grace, not at + grace + 1 s',
    async (local, zone, utc) => {
      const closesAt = instantOf(local, zone);
      expect(closesAt).toEqual(new Date(utc));
      const call = await makeCall(db, { form, closesAt, timeZone: zone, graceSeconds: 120 });
      for (const [seconds, expected] of [
        [-1, 'ok'],
        [0, 'ok'],
        [120, 'ok'],
        [121, 'call_closed'],
      ] as const) {
        const { id } = await makeDraft(db, call, owner.id, { name: 'a' });
        const saved = await write(id, { name: 'a' }, { name: 'b' }, plus(closesAt, seconds));
        expect(saved.ok ? 'ok' : saved.reason).toBe(expected);
        expect(await submit(id, plus(closesAt, seconds))).toBe(expected);
        // Too late: what was there is there still, readable and unsent.
        if (expected !== 'ok') {
          const file = await myApplication(owner, id);
          expect([file?.answers, file?.state, file?.submissions]).toEqual([{ name: 'a' }, 'draft', []]);
        }
      }
      // Starting has no grace: nobody was writing yet.
      const begin = (seconds: number) =>
        startApplication(owner, { callId: call.id }, () => plus(closesAt, seconds)).then((one) => one.ok);
      expect([await begin(-1), await begin(0)]).toEqual([true, false]);
    },
  );

  it('knows every zone a call may have', () => {
    for (const zone of TIME_ZONES) expect(Number.isNaN(instantOf('2022-07-14T12:00', zone).getTime())).toBe(false);
  });
});

describe('a deadline that moves while the form is open', () => {
  const reason = 'Une bonne raison de changer.';
  const move = (callId: string, closes: string, now: string) =>
    changeDeadline(coordinator, { callId, closes, reason, keep: 'yes' }, clockAt(now));

  it('shortened: what arrives after the new one is refused, what was written stays', async () => {
    const call = await makeCall(db, { form });
    const { id } = await makeDraft(db, call, owner.id, { name: 'a' });
    const before = new Date('2022-03-10T10:00:00Z');
    expect(await write(id, { name: 'a' }, { name: 'b' }, before)).toMatchObject({ ok: true });
    expect(await move(call.id, '2022-03-11T12:00', '2022-03-10T11:00:00Z')).toMatchObject({ ok: true });
    const closes = new Date('2022-03-11T11:00:00Z');
    expect(await write(id, { name: 'b' }, { name: 'c' }, plus(closes, 120))).toMatchObject({ ok: true });
    expect(await write(id, { name: 'c' }, { name: 'd' }, plus(closes, 121))).toMatchObject({ reason: 'call_closed' });
    expect(await submit(id, plus(closes, 121))).toBe('call_closed');
    expect((await myApplication(owner, id))?.answers).toEqual({ name: 'c' });
  });

  it('extended after it passed: the same page saves and sends again, and everyone was told', async () => {
    const call = await makeCall(db, { form });
    const { id } = await makeDraft(db, call, owner.id, { name: 'a' });
    const late = plus(call.closesAt, 600);
    expect(await write(id, { name: 'a' }, { name: 'b' }, late)).toMatchObject({ reason: 'call_closed' });
    expect(await move(call.id, '2022-03-25T12:00', '2022-03-18T23:05:00Z')).toMatchObject({
      ok: true,
      value: { told: 1 },
    });
    expect(await write(id, { name: 'a' }, { name: 'b' }, plus(late, 60))).toMatchObject({ ok: true });
    expect(await submit(id, plus(late, 61))).toBe('ok');
    expect(await db.outboxMessage.count({ where: { template: 'call-deadline', aboutId: id } })).toBe(1);
  });
});
