import { beforeAll, describe, expect, it } from 'vitest';
import { awaitingApplications } from '@/lib/applications/awaiting';
import { startApplication } from '@/lib/applications/commands/start';
import { acceptTransfer, endTransfer, proposeTransfer } from '@/lib/applications/commands/transfer';
import { myApplication, myFilesIn } from '@/lib/applications/queries';
import { transferFrom, transfersTo, transferTo } from '@/lib/applications/queries/transfers';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const now = clockAt('2022-02-01T10:00:00Z');
let call: Awaited<ReturnType<typeof makeCall>>;
let owner: PersonViewer;
let other: PersonViewer;
let stranger: PersonViewer;
beforeAll(async () => {
  call = await makeCall(db);
  [owner, other, stranger] = [await makeViewer(db), await makeViewer(db), await makeViewer(db)];
});
const draft = () => makeDraft(db, call, owner.id, { projectName: 'Marées vertes' });
async function proposed() {
  const { id } = await draft();
  await proposeTransfer(owner, { applicationId: id, email: other.email });
  const [transfer] = await db.applicationTransfer.findMany({ where: { applicationId: id } });
  return { id, transferId: transfer?.id ?? '' };
}
const owners = async (id: string) => (await db.application.findUniqueOrThrow({ where: { id } })).ownerId;
const names = async (id: string) =>
  (await db.event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map((one) => one.name);

describe('handing a file over', () => {
  it('changes nothing until it is accepted; then the former owner stays as a co-author and is told', async () => {
    const { id, transferId } = await proposed();
    expect(await owners(id)).toBe(owner.id);
    expect(await myApplication(other, id)).toBeNull();
    expect(await transferTo(other, transferId)).toMatchObject({ by: owner.name });
    expect((await transfersTo(other)).map((one) => one.id)).toContain(transferId);
    expect((await awaitingApplications(other, now)).map((one) => one.href)).toContain(
      `/my-applications/transfers/${transferId}`,
    );
    expect(await acceptTransfer(other, { transferId }, now)).toMatchObject({ ok: true, value: { id } });
    expect([(await myApplication(other, id))?.right, (await myApplication(owner, id))?.right]).toEqual([
      'owner',
      'edit',
    ]);
    const mails = await db.outboxMessage.findMany({ where: { aboutId: id }, orderBy: { createdAt: 'asc' } });
    expect(mails.map((one) => [one.template, one.to])).toEqual([
      ['application-transfer', other.email],
      ['application-transferred', owner.email],
    ]);
    expect(mails[0]?.text).toContain(`/my-applications/transfers/${transferId}`);
    expect(await names(id)).toEqual(['application.transfer_proposed', 'application.transferred']);
    expect(await acceptTransfer(other, { transferId }, now)).toMatchObject({ reason: 'transfer_gone' });
  });

  it('is for the address it was made to, and for owners', async () => {
    const { id, transferId } = await proposed();
    expect(await transferTo(stranger, transferId)).toBeNull();
    expect(await acceptTransfer(stranger, { transferId }, now)).toMatchObject({ reason: 'transfer_gone' });
    expect(await endTransfer(stranger, { transferId }, now)).toMatchObject({ reason: 'transfer_gone' });
    expect(await proposeTransfer(stranger, { applicationId: id, email: 'x@y.fr' })).toMatchObject({
      reason: 'not_found',
    });
    expect(await proposeTransfer(owner, { applicationId: id, email: owner.email })).toMatchObject({
      reason: 'yourself',
    });
    expect(await proposeTransfer(owner, { applicationId: id, email: 'x@y.fr' })).toMatchObject({
      reason: 'transfer_waits',
    });
  });

  it('is called back by one side or declined by the other, and can be proposed again', async () => {
    const { id, transferId } = await proposed();
    expect(await transferFrom(owner, id)).toMatchObject({ toEmail: other.email });
    expect(await endTransfer(owner, { transferId }, now)).toMatchObject({ ok: true, value: { mine: true } });
    expect(await acceptTransfer(other, { transferId }, now)).toMatchObject({ reason: 'transfer_gone' });
    expect(await transferFrom(owner, id)).toBeNull();
    expect(await proposeTransfer(owner, { applicationId: id, email: other.email })).toMatchObject({ ok: true });
    const again = (await transferFrom(owner, id))?.id ?? '';
    expect(await endTransfer(other, { transferId: again }, now)).toMatchObject({ ok: true, value: { mine: false } });
    expect(await owners(id)).toBe(owner.id);
  });

  it.each([1, 2, 3, 4, 5, 6])('has one winner when it is accepted and called back at once (%d)', async () => {
    const { id, transferId } = await proposed();
    const both = await Promise.all([
      acceptTransfer(other, { transferId }, now),
      endTransfer(owner, { transferId }, now),
      proposeTransfer(owner, { applicationId: id, email: stranger.email }),
    ]);
    expect(both.slice(0, 2).filter((one) => one.ok)).toHaveLength(1);
    expect(await owners(id)).toBe(both[0]?.ok ? other.id : owner.id);
  });
});

describe('a link that answers in advance', () => {
  it('fills a new draft only: those already there do not change', async () => {
    const first = await draft();
    const prefill: [string, string][] = [
      ['projectName', 'Par un lien'],
      ['unknown', 'x'],
      ['fellowCount', '2'],
    ];
    const started = await startApplication(owner, { callId: call.id, prefill }, now);
    if (!started.ok) throw new Error(started.reason);
    expect(await myApplication(owner, started.value.id)).toMatchObject({
      title: 'Par un lien',
      answers: { projectName: 'Par un lien', fellowCount: 2 },
    });
    expect((await myApplication(owner, first.id))?.answers).toEqual({ projectName: 'Marées vertes' });
    expect((await myFilesIn(owner, call.id)).map((one) => one.id)).toContain(started.value.id);
    expect(await myFilesIn(stranger, call.id)).toEqual([]);
  });
});
