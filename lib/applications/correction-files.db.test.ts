import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askCorrection, cancelCorrection } from '@/lib/applications/commands/corrections';
import { abandonUpload, receivePiece, startUpload, uploadProgress } from '@/lib/applications/commands/upload';
import { sweepFiles } from '@/lib/applications/jobs';
import { pendingUploads } from '@/lib/applications/queries/attachments';
import { myCorrection } from '@/lib/applications/queries/corrections';
import type { StoredFile } from '@/lib/calls/answers';
import { systemClock } from '@/lib/clock';
import { db, disconnect } from '@/lib/db';
import { type PersonViewer, system, visitor } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeSentFile } from '@/prisma/factories/files';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';
import { onDisk } from '@/prisma/test-storage';

testDatabase();
afterAll(disconnect);

const SIZE = 2_500_000;
const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(SIZE - 9, 'x')]);
const DUE = new Date(Math.floor(Date.now() / 1000) * 1000 + 5 * 86_400_000);
const BEFORE = new Date(DUE.getTime() - 86_400_000);
const GRACE = 120;
const due = (seconds: number) => new Date(DUE.getTime() + seconds * 1000);
const label = { fr: 'Budget', en: 'Budget' };

let call: Awaited<ReturnType<typeof makeCall>>;
let [coordinator, owner, coAuthor, reader, stranger] = [] as unknown as PersonViewer[] as [
  PersonViewer,
  PersonViewer,
  PersonViewer,
  PersonViewer,
  PersonViewer,
];
let applicationId = '';
let correctionId = '';

beforeAll(async () => {
  call = await makeCall(db);
  await db.call.update({ where: { id: call.id }, data: { graceSeconds: GRACE } });
  const definition = JSON.parse(JSON.stringify(call.form));
  const budget = { type: 'file', id: 'budget', label, types: ['pdf'], maxBytes: 3_000_000, max: 1 };
  definition.sections.push({ id: 'documents', title: label, fields: [budget, { ...budget, id: 'other' }] });
  await db.formVersion.update({ where: { id: call.formVersionId }, data: { definition } });
  coordinator = await makeViewer(db, 'coordinator');
  [owner, stranger] = [await makeViewer(db, 'applicant'), await makeViewer(db, 'applicant')];
  [coAuthor, reader] = [await makeViewer(db), await makeViewer(db)];
});
beforeEach(async () => {
  applicationId = (await makeSentFile(db, call, owner.id)).id;
  for (const [one, right] of [
    [coAuthor, 'edit'],
    [reader, 'view'],
  ] as const)
    await db.applicationMember.create({ data: { applicationId, personId: one.id, email: one.email, right } });
  const asked = { applicationId, fields: ['budget'], reason: 'Joignez le budget.', dueAt: DUE };
  const done = await askCorrection(coordinator, asked, systemClock);
  if (!done.ok) throw new Error(done.reason);
  correctionId = done.value.id;
});

const announce = (given: object = {}, viewer: PersonViewer | typeof visitor = owner, when = BEFORE) =>
  startUpload(viewer, { correctionId, field: 'budget', name: 'Budget.pdf', size: SIZE, modified: 7, ...given }, when);
const begun = async (given: object = {}) => {
  const done = await announce(given);
  if (!done.ok) throw new Error(done.reason);
  return done.value.id;
};
const piece = (id: string, from: number, to: number, viewer: PersonViewer = owner, when = BEFORE, into?: object) =>
  receivePiece(
    viewer,
    {
      correctionId,
      ...into,
      id,
      offset: from,
      length: to - from,
      bytes: new Blob([new Uint8Array(bytes.subarray(from, to))]).stream(),
    },
    when,
  );
const attached = async () =>
  ((await myCorrection(owner, applicationId, correctionId))?.start.budget ?? []) as StoredFile[];

describe('a file in pieces that answers a correction', () => {
  it('goes on where it stopped, announced again after a reload, and arrives whole, once', async () => {
    const before = onDisk();
    const id = await begun();
    expect(await piece(id, 0, 1_000_000)).toMatchObject({ ok: true, value: { received: 1_000_000, fileId: null } });
    expect(await pendingUploads(owner, applicationId, correctionId)).toMatchObject([{ id, received: 1_000_000 }]);
    // The draft's own page does not show it, nor does another person's.
    expect(await pendingUploads(owner, applicationId)).toEqual([]);
    expect(await pendingUploads(coAuthor, applicationId, correctionId)).toEqual([]);
    expect(await announce()).toMatchObject({ ok: true, value: { id, received: 1_000_000 } });
    await piece(id, 1_000_000, 2_000_000);
    const both = await Promise.all([piece(id, 2_000_000, SIZE), piece(id, 2_000_000, SIZE)]);
    // Two tabs at once: one attaches it, the other is told to ask again or where it stands.
    expect(both.some((one) => one.ok && one.value.fileId)).toBe(true);
    for (const one of both) if (!one.ok) expect(['wrong_offset', 'busy']).toContain(one.reason);
    const [file, ...more] = await attached();
    expect([file, more]).toMatchObject([{ name: 'Budget.pdf', size: SIZE, type: 'pdf' }, []]);
    // The answer got lost and the last piece comes again: the same file, attached once.
    expect(await piece(id, 2_000_000, SIZE)).toMatchObject({ ok: true, value: { fileId: file?.id } });
    expect([(await attached()).length, onDisk()]).toEqual([1, before + 1]);
    const stored = await db.storedFile.findUniqueOrThrow({ where: { id: file?.id ?? '' } });
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
    expect(stored).toMatchObject({ scan: 'pending', ownerId: applicationId, uploadedBy: owner.id });
    expect(stored.sha256).toBe(Buffer.from(digest).toString('hex'));
    // The question takes one file: another is refused before a byte is sent.
    expect(await announce({ modified: 8 })).toMatchObject({ reason: 'too_many_files', detail: { max: 1 } });
  });

  it('is nobody else’s, not even a co-author’s, and is not reached through the draft nor an unknown correction', async () => {
    const id = await begun();
    for (const other of [stranger, coAuthor, coordinator]) {
      expect(await piece(id, 0, 1_000_000, other)).toMatchObject({ reason: 'not_found' });
      expect(await uploadProgress(other, { correctionId }, id)).toBeNull();
      expect(await abandonUpload(other, { correctionId }, id)).toBe(false);
    }
    expect(await uploadProgress(owner, { applicationId }, id)).toBeNull();
    expect(await abandonUpload(owner, { applicationId }, id)).toBe(false);
    const elsewhere = { correctionId: applicationId };
    expect(await piece(id, 0, 1_000_000, owner, BEFORE, elsewhere)).toMatchObject({ reason: 'not_found' });
    expect(await announce({}, stranger)).toMatchObject({ reason: 'not_found' });
    expect(await announce({}, coordinator)).toMatchObject({ reason: 'not_found' });
    expect(await announce({}, visitor)).toMatchObject({ reason: 'not_found' });
    expect(await announce({}, reader)).toMatchObject({ reason: 'read_only' });
    // A co-author who announces the same file has an upload of their own.
    const theirs = await announce({}, coAuthor);
    expect(theirs.ok && theirs.value.id !== id).toBe(true);
    // A right taken away stops the next piece.
    await db.applicationMember.updateMany({ where: { applicationId, email: coAuthor.email }, data: { right: 'view' } });
    expect(theirs.ok && (await piece(theirs.value.id, 0, 1_000_000, coAuthor))).toMatchObject({ reason: 'read_only' });
  });

  it('takes only a question that was asked, at its caps, by the bytes', async () => {
    expect(await announce({ field: 'other' })).toMatchObject({ reason: 'not_found' });
    expect(await announce({ field: 'problem' })).toMatchObject({ reason: 'not_found' });
    expect(await announce({ name: 'a.csv' })).toMatchObject({ reason: 'file_type' });
    expect(await announce({ size: 3_000_001 })).toMatchObject({ reason: 'file_too_big', detail: { max: 3 } });
    expect(await announce({ size: 0 })).toMatchObject({ reason: 'empty_file' });
    const before = onDisk();
    const id = await begun({ size: 1_000 });
    const fake = { correctionId, id, offset: 0, length: 1_000, bytes: new Blob(['<html>'.padEnd(1_000)]).stream() };
    expect(await receivePiece(owner, fake, BEFORE)).toMatchObject({ reason: 'file_type' });
    expect([onDisk(), await attached(), await uploadProgress(owner, { correctionId }, id)]).toEqual([before, [], null]);
  });

  it('straddles the date of the correction: each piece counts when its request began, until the grace ends', async () => {
    const id = await begun();
    expect(await piece(id, 0, 1_000_000, owner, due(-1))).toMatchObject({ ok: true });
    expect(await piece(id, 1_000_000, 2_000_000, owner, due(GRACE))).toMatchObject({ ok: true });
    expect(await piece(id, 2_000_000, SIZE, owner, due(GRACE + 1))).toMatchObject({ reason: 'correction_late' });
    expect(await announce({ modified: 8 }, owner, due(GRACE + 1))).toMatchObject({ reason: 'correction_late' });
    expect([await attached(), (await uploadProgress(owner, { correctionId }, id))?.received]).toEqual([[], 2_000_000]);
    // The last piece left in time: the file is there, however long putting it together takes.
    expect(await piece(id, 2_000_000, SIZE, owner, due(GRACE))).toMatchObject({ ok: true });
    expect(await attached()).toHaveLength(1);
  });

  it('is refused once the correction is closed; its pieces go when given up or after a day', async () => {
    const before = onDisk();
    const [id, other] = [await begun(), await begun({ modified: 8 })];
    await piece(id, 0, 1_000_000);
    await piece(other, 0, 1_000_000);
    expect(onDisk()).toBe(before + 2);
    await cancelCorrection(coordinator, { correctionId }, systemClock);
    expect(await piece(id, 1_000_000, 2_000_000)).toMatchObject({ reason: 'correction_closed' });
    expect(await announce({ modified: 9 })).toMatchObject({ reason: 'correction_closed' });
    expect(await abandonUpload(owner, { correctionId }, other)).toBe(true);
    expect(onDisk()).toBe(before + 1);
    await sweepFiles(system('test'), () => new Date(Date.now() + 2 * 86_400_000));
    expect([await uploadProgress(owner, { correctionId }, id), await attached()]).toEqual([null, []]);
    expect(await db.upload.count({ where: { correctionId } })).toBe(0);
  });
});
