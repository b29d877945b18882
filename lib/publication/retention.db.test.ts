import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRetention } from '@/lib/calls/commands/retention';
import { callBySlug } from '@/lib/calls/queries';
import { retentionChanges } from '@/lib/calls/queries/retention';
import { RetentionForm } from '@/lib/calls/retention';
import { db, disconnect } from '@/lib/db';
import { eraseFiles } from '@/lib/publication/jobs/erase-files';
import { type PersonViewer, system, visitor } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeSentFile } from '@/prisma/factories/files';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const REASON = 'Décision du délégué à la protection des données.';
const at = (day: string) => () => new Date(`${day}T10:00:00Z`);
/** The call closed on 18 March 2022 and has no results. */
const [during, yearLater] = [at('2022-02-01'), at('2023-03-20')];
const job = system('erasure');
let call: Awaited<ReturnType<typeof makeCall>>;
let [coordinator, owner] = [] as unknown as PersonViewer[];

const change = (
  months: number,
  clock = during,
  { by = coordinator, ...more }: { by?: PersonViewer; sure?: 'on' } = {},
) => changeRetention(by as PersonViewer, { callId: call.id, months, reason: REASON, ...more }, clock);

beforeAll(async () => {
  [coordinator, owner] = await Promise.all([makeViewer(db, 'coordinator'), makeViewer(db)]);
  call = await makeCall(db);
});

describe('how long a call keeps what files not retained say', () => {
  it('is one of a few times, with a reason, and the coordination’s to say', async () => {
    const form = { callId: call.id, reason: REASON };
    for (const months of ['0', '1', '7', '61', '1e9', ''])
      expect(RetentionForm.safeParse({ ...form, months }).success, months).toBe(false);
    expect(RetentionForm.safeParse({ ...form, months: '12', reason: 'non' }).success).toBe(false);
    expect(RetentionForm.safeParse({ ...form, months: '12' }).success).toBe(true);
    for (const by of [owner!, await makeViewer(db, 'juror'), await makeViewer(db, 'communication')])
      expect(await change(12, during, { by })).toMatchObject({ reason: 'not_found' });
    expect(await change(24)).toMatchObject({ reason: 'same_retention' });
  });

  it('is two years until it is changed, by whom and why; the call’s page announces it', async () => {
    expect((await callBySlug(visitor, call.slug))?.retentionMonths).toBe(24);
    expect(await change(36)).toMatchObject({ ok: true });
    expect((await callBySlug(visitor, call.slug))?.retentionMonths).toBe(36);
    expect(await retentionChanges(coordinator!, call.id)).toMatchObject([
      { before: 24, after: 36, reason: REASON, by: coordinator!.name },
    ]);
    expect(await retentionChanges(owner!, call.id)).toEqual([]);
    const [event] = await db.event.findMany({ where: { name: 'call.retention_changed' } });
    expect(JSON.parse(event!.payload)).toMatchObject({ before: 24, after: 36 });
    expect(event!.payload).not.toContain(REASON);
  });

  it('only gets shorter once somebody has begun a file, and says how many would go at once', async () => {
    const file = await makeSentFile(db, call, owner!.id);
    const won = await makeSentFile(db, call, owner!.id, { state: 'selected' });
    expect(await change(48)).toMatchObject({ reason: 'kept_longer' });
    expect(await change(24)).toMatchObject({ ok: true });
    expect(await eraseFiles(job, yearLater)).toBe(0);
    expect(await change(12, yearLater)).toMatchObject({ reason: 'erases_now', detail: { count: 1 } });
    expect((await retentionChanges(coordinator!, call.id)).length).toBe(2);
    expect(await change(12, yearLater, { sure: 'on' })).toMatchObject({ ok: true });
    expect(await eraseFiles(job, at('2023-03-18'))).toBe(0);
    expect(await eraseFiles(job, yearLater)).toBe(1);
    const erased = await db.application.findMany({ where: { erasedAt: { not: null } }, select: { id: true } });
    expect(erased).toEqual([{ id: file.id }]);
    expect((await db.application.findUniqueOrThrow({ where: { id: won.id } })).answers).not.toEqual({});
  });

  it('is each call’s own', async () => {
    const other = await makeCall(db);
    await makeSentFile(db, other, owner!.id);
    expect(await eraseFiles(job, yearLater)).toBe(0);
    expect(await eraseFiles(job, at('2024-03-20'))).toBe(1);
  });
});
