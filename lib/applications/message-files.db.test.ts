import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { abandonUpload, receivePiece, startUpload, uploadProgress } from '@/lib/applications/commands/upload';
import { sweepFiles } from '@/lib/applications/jobs';
import { pendingMessageFile, pendingUploads } from '@/lib/applications/queries/attachments';
import { myMessages } from '@/lib/applications/queries/talk';
import { db, disconnect } from '@/lib/db';
import { type PersonViewer, system, visitor } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeSentFile } from '@/prisma/factories/files';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';
import { onDisk } from '@/prisma/test-storage';

testDatabase();
afterAll(disconnect);

const SIZE = 2_500_000;
const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(SIZE - 9, 'x')]);
const NOW = new Date();

let call: Awaited<ReturnType<typeof makeCall>>;
let [coordinator, owner, coAuthor, reader, stranger] = [] as unknown as PersonViewer[] as [
  PersonViewer,
  PersonViewer,
  PersonViewer,
  PersonViewer,
  PersonViewer,
];
let messageAbout = '';

beforeAll(async () => {
  call = await makeCall(db);
  coordinator = await makeViewer(db, 'coordinator');
  [owner, stranger] = [await makeViewer(db, 'applicant'), await makeViewer(db, 'applicant')];
  [coAuthor, reader] = [await makeViewer(db), await makeViewer(db)];
});
beforeEach(async () => {
  messageAbout = (await makeSentFile(db, call, owner.id)).id;
  for (const [one, right] of [
    [coAuthor, 'edit'],
    [reader, 'view'],
  ] as const)
    await db.applicationMember.create({
      data: { applicationId: messageAbout, personId: one.id, email: one.email, right },
    });
});

const announce = (given: object = {}, viewer: PersonViewer | typeof visitor = owner) =>
  startUpload(
    viewer,
    { messageAbout, field: 'message', name: 'Plan.pdf', size: SIZE, modified: 7, words: 'Voici.', ...given },
    NOW,
  );
const begun = async (given: object = {}, viewer: PersonViewer = owner) => {
  const done = await announce(given, viewer);
  if (!done.ok) throw new Error(done.reason);
  return done.value.id;
};
const piece = (id: string, from: number, to: number, viewer: PersonViewer = owner) =>
  receivePiece(
    viewer,
    {
      messageAbout,
      id,
      offset: from,
      length: to - from,
      bytes: new Blob([new Uint8Array(bytes.subarray(from, to))]).stream(),
    },
    NOW,
  );
const thread = async () => (await myMessages(owner, messageAbout)) ?? [];

describe('a file in pieces that leaves with a message', () => {
  it('goes on where it stopped, and leaves whole, once, with the words as they last stood', async () => {
    const before = onDisk();
    const id = await begun();
    expect(await piece(id, 0, 1_000_000)).toMatchObject({ ok: true, value: { received: 1_000_000, fileId: null } });
    // Nothing is said yet; the page of messages shows what stopped, to whom it belongs and on no other page.
    expect(await thread()).toEqual([]);
    expect(await pendingMessageFile(owner, messageAbout)).toMatchObject({ id, received: 1_000_000 });
    expect(await pendingMessageFile(coAuthor, messageAbout)).toBeNull();
    expect(await pendingUploads(owner, messageAbout)).toEqual([]);
    expect(await announce({ words: 'Voici le plan.' })).toMatchObject({ value: { id, received: 1_000_000 } });
    await piece(id, 1_000_000, 2_000_000);
    const both = await Promise.all([piece(id, 2_000_000, SIZE), piece(id, 2_000_000, SIZE)]);
    expect(both.some((one) => one.ok && one.value.fileId)).toBe(true);
    for (const one of both) if (!one.ok) expect(['wrong_offset', 'busy']).toContain(one.reason);
    const [said, ...more] = await thread();
    expect([said, more]).toMatchObject([
      { side: 'applicant', body: 'Voici le plan.', file: { name: 'Plan.pdf', scan: 'pending' } },
      [],
    ]);
    // The answer got lost and the last piece comes again: one message.
    expect(await piece(id, 2_000_000, SIZE)).toMatchObject({ ok: true, value: { fileId: said?.file?.id } });
    expect([(await thread()).length, onDisk()]).toEqual([1, before + 1]);
    const mails = await db.outboxMessage.findMany({ where: { aboutId: messageAbout }, select: { text: true } });
    expect(mails.some((one) => one.text.includes('Plan.pdf'))).toBe(true);
    expect(await db.upload.findUniqueOrThrow({ where: { id } })).toMatchObject({ words: null, chunks: [] });
  });

  it('leaves from the side of whoever sends it', async () => {
    const id = await begun({ words: '' }, coordinator);
    for (const from of [0, 1_000_000, 2_000_000]) await piece(id, from, Math.min(from + 1_000_000, SIZE), coordinator);
    expect(await thread()).toMatchObject([{ side: 'team', body: '', file: { name: 'Plan.pdf' } }]);
  });

  it('is nobody else’s, and is not reached through the draft', async () => {
    const id = await begun();
    for (const other of [stranger, coAuthor, coordinator]) {
      expect(await piece(id, 0, 1_000_000, other)).toMatchObject({ reason: 'not_found' });
      expect(await uploadProgress(other, { messageAbout }, id)).toBeNull();
      expect(await abandonUpload(other, { messageAbout }, id)).toBe(false);
    }
    expect(await uploadProgress(owner, { applicationId: messageAbout }, id)).toBeNull();
    expect(await abandonUpload(owner, { applicationId: messageAbout }, id)).toBe(false);
    expect(await announce({}, stranger)).toMatchObject({ reason: 'not_found' });
    expect(await announce({}, visitor)).toMatchObject({ reason: 'not_found' });
    expect(await announce({}, reader)).toMatchObject({ reason: 'read_only' });
    const theirs = await begun({}, coAuthor);
    await db.applicationMember.updateMany({ where: { email: coAuthor.email }, data: { right: 'view' } });
    expect(await piece(theirs, 0, 1_000_000, coAuthor)).toMatchObject({ reason: 'read_only' });
    await db.applicationMember.deleteMany({ where: { email: coAuthor.email } });
    expect(await piece(theirs, 0, 1_000_000, coAuthor)).toMatchObject({ reason: 'not_found' });
    // Nobody writes to the team about a file that was never sent.
    const draft = await makeDraft(db, call, owner.id);
    expect(await announce({ messageAbout: draft.id })).toMatchObject({ reason: 'not_found' });
  });

  it('is refused by its caps and its bytes, and nothing of it is said nor stays', async () => {
    expect(await announce({ name: 'a.exe' })).toMatchObject({ reason: 'file_type' });
    expect(await announce({ size: 10_000_001 })).toMatchObject({ reason: 'file_too_big', detail: { max: 10 } });
    expect(await announce({ size: 0 })).toMatchObject({ reason: 'empty_file' });
    const before = onDisk();
    const id = await begun({ size: 1_000 });
    const fake = { messageAbout, id, offset: 0, length: 1_000, bytes: new Blob(['<html>'.padEnd(1_000)]).stream() };
    expect(await receivePiece(owner, fake, NOW)).toMatchObject({ reason: 'file_type' });
    expect([onDisk(), await thread()]).toEqual([before, []]);
    const [given, left] = [await begun({ modified: 8 }), await begun({ modified: 9 })];
    await piece(given, 0, 1_000_000);
    await piece(left, 0, 1_000_000);
    expect(await abandonUpload(owner, { messageAbout }, given)).toBe(true);
    await sweepFiles(system('test'), () => new Date(Date.now() + 2 * 86_400_000));
    expect([onDisk(), await uploadProgress(owner, { messageAbout }, left)]).toEqual([before, null]);
  });
});
