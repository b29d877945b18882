import { beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '@/lib/clock';
import { fromDay } from '@/lib/dates';
import { db, disconnect, transaction } from '@/lib/db';
import { AnswerForm } from '@/lib/onboarding/answers';
import { answerItem } from '@/lib/onboarding/commands/items';
import { moveArrival } from '@/lib/onboarding/commands/lists';
import { alignLists, giveLists, remind } from '@/lib/onboarding/jobs';
import { system } from '@/lib/viewer';
import { lineOf, viewerOf, type Welcome, welcome } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const robot = system('test');
const at = (iso: string) => clockAt(iso);
let world: Welcome;
beforeAll(async () => {
  // Everyone arrives on Tuesday 1 September 2026; « desks » are due on Sunday 2 August.
  world = await transaction((tx) => welcome(tx));
  return disconnect;
});

const mails = (to: string) =>
  db.outboxMessage.findMany({ where: { to, template: 'checklist-digest' }, orderBy: { createdAt: 'asc' } });
const toMentor = () => mails(world.mentor.email);

describe('reminders', () => {
  it('say nothing before thirty days', async () => {
    // 29 May: the first lines are due on 3 July (D−60), 35 days away.
    expect(await remind(robot, at('2026-05-29T08:00:00Z'))).toBe(0);
  });

  it('send one digest a person, never twice', async () => {
    expect(await remind(robot, at('2026-06-03T08:00:00Z'))).toBe(1);
    expect(await remind(robot, at('2026-06-03T09:00:00Z'))).toBe(0);
    expect(await remind(robot, at('2026-06-04T08:00:00Z'))).toBe(0);
    const [mail] = await toMentor();
    expect(mail?.text).toContain('Dans le mois');
    expect(mail?.text).toContain('Fixer la date d’arrivée');
    expect(await toMentor()).toHaveLength(1);
  });

  it('wait for Monday when the day is a Saturday, and for the day after when it is a holiday', async () => {
    // D−7 of 3 July is Friday 26 June; asked on Saturday and Sunday: nothing, then Monday.
    for (const day of ['2026-06-27', '2026-06-28']) expect(await remind(robot, at(`${day}T10:00:00Z`))).toBe(0);
    expect(await remind(robot, at('2026-06-29T10:00:00Z'))).toBeGreaterThan(0);
    expect((await toMentor()).at(-1)?.text).toContain('Dans la semaine');
    // Overdue from 4 July, a Saturday; 14 July is a holiday.
    expect(await remind(robot, at('2026-07-14T08:00:00Z'))).toBe(0);
    expect(await remind(robot, at('2026-07-15T08:00:00Z'))).toBeGreaterThan(0);
    expect((await toMentor()).at(-1)?.text).toContain('En retard');
  });

  it('never recall what is settled', async () => {
    for (const key of ['desks', 'data-form', 'recruitment-started']) {
      const { id, version } = await transaction((tx) => lineOf(tx, world.listId, key));
      const posted = AnswerForm.parse({ answer: 'yes', choices: ['files'] });
      await answerItem(world.mentor, { ...posted, id, version }, at('2026-07-16T08:00:00Z'));
    }
    await remind(robot, at('2026-08-03T08:00:00Z'));
    expect((await toMentor()).at(-1)?.text).not.toContain('Réserver les bureaux');
  });

  it('say it again for the new day when the arrival has moved, once', async () => {
    await moveArrival(world.mentor, { checklistId: world.listId, arrivesOn: '2026-11-02' });
    const before = (await toMentor()).length;
    await remind(robot, at('2026-09-07T08:00:00Z'));
    await remind(robot, at('2026-09-07T12:00:00Z'));
    const all = await toMentor();
    expect(all.length).toBe(before + 1);
    expect(all.at(-1)?.text).toContain('3 septembre 2026');
  });

  it('tell a fellow about their own lines only', async () => {
    const [first, second] = world.fellows;
    const texts = (await mails(first?.email ?? '')).map((mail) => mail.text).join();
    expect(texts).toContain('Dire mes besoins de poste de travail');
    expect(texts).toContain(first?.name);
    expect(texts).not.toContain(second?.name);
    expect(texts).not.toContain('Réserver les bureaux');
  });

  it('keep to the mornings of Paris on both sides of a clock change', async () => {
    // D−15 of 12 April 2027 is Sunday 28 March, the night the clocks go forward; D−15 of 15 November is 31 October, when they go back.
    for (const [arrivesOn, early, first] of [
      ['2027-04-12', '2027-03-30T05:30:00Z', '2027-03-30T06:30:00Z'],
      ['2027-11-15', '2027-11-02T06:30:00Z', '2027-11-02T07:30:00Z'],
    ] as const) {
      const other = await transaction((tx) => welcome(tx, { arrivesOn, leavesOn: '2028-12-31' }));
      const due = await transaction((tx) => lineOf(tx, other.listId, 'contracts-signed'));
      expect(due.dueOn?.toISOString().slice(8, 10)).toBe(arrivesOn === '2027-04-12' ? '28' : '31');
      // 7:30 in Paris is too early, in summer as in winter; Easter Monday and All Saints' Day are quiet.
      await remind(robot, at(early));
      expect(await mails(other.mentor.email)).toHaveLength(0);
      await remind(robot, at(first));
      const [mail] = await mails(other.mentor.email);
      expect(mail?.text).toMatch(/En retard\n(.|\n)*Faire signer les contrats/);
    }
  });

  it('are not sent twice by two processes', async () => {
    const other = await transaction((tx) => welcome(tx, { arrivesOn: '2027-03-01', leavesOn: '2027-12-31' }));
    await Promise.all([remind(robot, at('2027-02-16T09:00:00Z')), remind(robot, at('2027-02-16T09:00:00Z'))]);
    expect(await mails(other.mentor.email)).toHaveLength(1);
    expect(
      await db.checklistReminder.groupBy({
        by: ['itemId', 'personId', 'kind', 'dueOn'],
        having: { itemId: { _count: { gt: 1 } } },
      }),
    ).toEqual([]);
  });
});

describe('lists', () => {
  it('come by themselves to a challenge that was selected, and once', async () => {
    const owner = await transaction((tx) => viewerOf(tx, 'Owner Applicant', [{ kind: 'applicant' }]));
    const cohort = await db.cohort.create({
      data: { slug: 'c9', number: '9', name: 'Promotion 9', startsOn: fromDay('2028-09-01') },
    });
    const call = await db.call.create({
      data: { slug: 'aap-9', cohortId: cohort.id, title: 'AAP', opensAt: new Date(), closesAt: new Date() },
    });
    const form = await db.formVersion.create({ data: { callId: call.id, number: 1, definition: {} } });
    const file = await db.application.create({
      data: { callId: call.id, formVersionId: form.id, ownerId: owner.id, state: 'selected' },
    });
    const challenge = await db.challenge.create({
      data: { slug: 'laureat', title: 'Lauréat', cohortId: cohort.id, applicationId: file.id },
    });
    // Under embargo nothing tells of it, and the act that made it can still be undone.
    await giveLists(robot, at('2028-04-01T08:00:00Z'));
    expect(await db.checklist.count({ where: { challengeId: challenge.id } })).toBe(0);
    await db.call.update({ where: { id: call.id }, data: { resultsPublishedAt: new Date('2028-04-30') } });
    expect(await giveLists(robot, at('2028-05-01T08:00:00Z'))).toBeGreaterThan(0);
    const lists = await db.checklist.findMany({ where: { challengeId: challenge.id }, select: { templateKey: true } });
    expect(lists).toEqual([{ templateKey: 'arrival' }]);
    expect(await giveLists(robot, at('2028-05-01T08:00:10Z'))).toBe(0);
  });

  it('gain the lines of a fellow who arrives, and lose nothing', async () => {
    await alignLists(robot);
    const before = await db.checklistItem.count({ where: { checklistId: world.listId } });
    await db.position.create({
      data: { challengeId: world.challengeId, profile: 'dataScientist', arrivesOn: fromDay('2026-10-01') },
    });
    expect(await alignLists(robot)).toBe(1);
    expect(await db.checklistItem.count({ where: { checklistId: world.listId } })).toBe(before + 2);
    expect(await alignLists(robot)).toBe(0);
  });
});
