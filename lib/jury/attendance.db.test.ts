import { beforeAll, expect, test } from 'vitest';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { notePresence } from '@/lib/jury/commands/attendance';
import { draftMinutes } from '@/lib/jury/queries/minutes';
import { stageDetail } from '@/lib/jury/queries/stages';
import type { PersonViewer } from '@/lib/viewer';
import { file, juror, person, stage } from '@/prisma/factories/jury';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
let coordinator: PersonViewer;
beforeAll(async () => {
  coordinator = await person(db, { roles: ['coordinator'] });
});

test('without panels, arrivals noted in the room are the attendance of the minutes', async () => {
  const on = await stage(db);
  await file(db, on, { title: 'Ancre' });
  const [came, left, never] = [await juror(db, on), await juror(db, on), await juror(db, on)];
  const attendance = async () => {
    const draft = await draftMinutes(coordinator, (await stageDetail(coordinator, on.id))!);
    return Object.fromEntries(draft!.attendance.map(({ name, present }) => [name, present]));
  };
  const names = await db.person.findMany({ select: { id: true, name: true } });
  const nameOf = ({ id }: { id: string }) => names.find((one) => one.id === id)!.name;
  expect(Object.values(await attendance())).toEqual([null, null, null]);
  const note = (who: { id: string }, act: 'arrived' | 'left', at: string) =>
    notePresence(coordinator, { stageId: on.id, personId: who.id, act }, clockAt(at));
  await note(came, 'arrived', '2026-03-24T08:00:00Z');
  await note(left, 'arrived', '2026-03-24T08:05:00Z');
  await note(left, 'left', '2026-03-24T09:00:00Z');
  expect(await attendance()).toEqual({ [nameOf(came)]: true, [nameOf(left)]: true, [nameOf(never)]: false });
});
