import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachFile } from '@/lib/applications/commands/attach';
import { inviteMember } from '@/lib/applications/commands/members';
import { submitApplication } from '@/lib/applications/commands/submit';
import { abandonUpload, receivePiece, startUpload, uploadProgress } from '@/lib/applications/commands/upload';
import { discardDraft } from '@/lib/applications/commands/withdraw';
import { scanFiles, sweepFiles } from '@/lib/applications/jobs';
import { attachedFile, myApplication } from '@/lib/applications/queries';
import { fileScans, pendingUploads } from '@/lib/applications/queries/attachments';
import type { StoredFile } from '@/lib/calls/answers';
import { inSection, text } from '@/lib/calls/building';
import { formDefinition } from '@/lib/calls/form';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import { store } from '@/lib/storage';
import { type PersonViewer, system, visitor } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';
import { onDisk } from '@/prisma/test-storage';

testDatabase();

/** How many files lie on the disk: what no row names would be an orphan. */

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  sections: [
    inSection('s', T, [
      { type: 'file', id: 'slides', label: T, types: ['pdf', 'csv'], maxBytes: 3_000_000, max: 2 },
      { type: 'shortText', id: 'name', label: T },
    ]),
  ],
});
const PDF = (size = 1_000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 'x')]);
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4', 'hex');
const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE!'}$H+H*`;
const OPEN = new Date('2022-02-01T10:00:00Z');
const CLOSES = new Date('2022-03-18T22:59:00Z');
const at = (seconds: number) => new Date(CLOSES.getTime() + seconds * 1000);

let call: Awaited<ReturnType<typeof makeCall>>;
let owner: PersonViewer;
let stranger: PersonViewer;
let coordinator: PersonViewer;
let applicationId = '';
beforeAll(async () => {
  call = await makeCall(db, { form });
  [owner, stranger] = [await makeViewer(db), await makeViewer(db)];
  coordinator = await makeViewer(db, 'coordinator');
});
beforeEach(async () => {
  applicationId = (await makeDraft(db, call, owner.id)).id;
});
const stream = (bytes: Buffer | string) => Readable.from([Buffer.from(bytes)]);
const attach = (name: string, bytes: Buffer | string, viewer: PersonViewer = owner, when = OPEN) =>
  attachFile(viewer, { applicationId, field: 'slides', name, bytes: stream(bytes) }, when);
const attached = async () => ((await myApplication(owner, applicationId))?.answers.slides ?? []) as StoredFile[];

describe('a file in one go', () => {
  it('is attached under its own name, by its bytes', async () => {
    expect(await attach('Plan été.PDF', PDF())).toMatchObject({ ok: true });
    expect(await attached()).toMatchObject([{ name: 'Plan été.PDF', size: 1_000, type: 'pdf' }]);
    expect(await attach('données.csv', 'a;b\n1;2\n')).toMatchObject({ ok: true });
    expect(await attach('trop.pdf', PDF())).toMatchObject({ reason: 'too_many_files', detail: { max: 2 } });
  });

  it('stops at the cap while it streams, and keeps no byte', async () => {
    const before = onDisk();
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 64_000;
        yield Buffer.alloc(64_000, 'x');
      }
    }
    const refused = await attachFile(
      owner,
      { applicationId, field: 'slides', name: 'a.pdf', bytes: Readable.from(endless()) },
      OPEN,
    );
    expect(refused).toMatchObject({ reason: 'file_too_big', detail: { max: 3 } });
    expect(given).toBeLessThan(6_000_000);
    expect(onDisk()).toBe(before);
  });

  it.each([
    ['a picture called .pdf', 'a.pdf', PNG],
    ['a picture under its own name, not asked for', 'a.png', PNG],
    ['a PDF called .csv', 'a.csv', PDF()],
    ['a page of HTML called .pdf', 'a.pdf', '<html><script>alert(1)</script></html>'],
    ['a programme', 'a.exe', Buffer.from('MZ\0\0')],
    ['a double extension', 'a.pdf.exe', PDF()],
    ['bytes with NUL called .csv', 'a.csv', Buffer.from('a\0b')],
  ])('refuses %s', async (_, name, bytes) => {
    const before = onDisk();
    expect(await attach(name, bytes)).toMatchObject({ reason: 'file_type' });
    expect([await attached(), onDisk()]).toEqual([[], before]);
  });

  it('refuses an empty file, and takes paths and invisible characters out of names', async () => {
    expect(await attach('a.pdf', '')).toMatchObject({ reason: 'empty_file' });
    await attach('../../etc/\u202Epas\u200Bswd.pdf', PDF());
    expect((await attached())[0]?.name).toBe('.._.._etc_passwd.pdf');
  });

  it('is refused to strangers, readers and visitors, and after the deadline', async () => {
    const reader = await makeViewer(db);
    await inviteMember(owner, { applicationId, email: reader.email, right: 'view' });
    expect(await attach('a.pdf', PDF(), stranger)).toMatchObject({ reason: 'not_found' });
    expect(await attach('a.pdf', PDF(), reader)).toMatchObject({ reason: 'read_only' });
    expect(
      await attachFile(visitor, { applicationId, field: 'slides', name: 'a.pdf', bytes: stream(PDF()) }, OPEN),
    ).toMatchObject({ reason: 'not_found' });
    expect(await attach('a.pdf', PDF(), owner, at(121))).toMatchObject({ reason: 'call_closed' });
    // It began before the grace ended: it counts, however long it then takes.
    expect(await attach('a.pdf', PDF(), owner, at(120))).toMatchObject({ ok: true });
  });
});

describe('a file in pieces', () => {
  const bytes = PDF(2_500_000);
  const announce = (given: object = {}, when = OPEN, viewer: PersonViewer = owner) =>
    startUpload(
      viewer,
      { applicationId, field: 'slides', name: 'Plan.pdf', size: bytes.length, modified: 7, ...given },
      when,
    );
  const started = async (given: object = {}) => {
    const result = await announce(given);
    if (!result.ok) throw new Error(result.reason);
    return result.value.id;
  };
  const piece = (id: string, offset: number, end: number, when = OPEN, viewer: PersonViewer = owner, cut?: number) =>
    receivePiece(
      viewer,
      {
        applicationId,
        id,
        offset,
        length: end - offset,
        bytes: new Blob([new Uint8Array(bytes.subarray(offset, cut ?? end))]).stream(),
      },
      when,
    );

  it('goes on where it stopped, even from another page, and arrives whole', async () => {
    const id = await started();
    expect(await piece(id, 0, 1_000_000)).toMatchObject({ ok: true, value: { received: 1_000_000, fileId: null } });
    expect(await pendingUploads(owner, applicationId)).toMatchObject([{ id, name: 'Plan.pdf', received: 1_000_000 }]);
    expect(await pendingUploads(stranger, applicationId)).toEqual([]);
    // After a reload the same file is announced again: it is the same upload.
    expect(await announce()).toMatchObject({ ok: true, value: { id, received: 1_000_000 } });
    await piece(id, 1_000_000, 2_000_000);
    const last = await piece(id, 2_000_000, 2_500_000);
    expect(last).toMatchObject({ ok: true, value: { received: 2_500_000, fileId: expect.any(String) } });
    const [file] = await attached();
    expect(file).toMatchObject({ name: 'Plan.pdf', size: bytes.length, type: 'pdf' });
    const stored = await db.storedFile.findUniqueOrThrow({ where: { id: file?.id ?? '' } });
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
    expect(stored.sha256).toBe(Buffer.from(digest).toString('hex'));
    // An answer that got lost: the last piece again is the same file, attached once.
    expect(await piece(id, 2_000_000, 2_500_000)).toMatchObject({ ok: true, value: { fileId: file?.id } });
    expect(await attached()).toHaveLength(1);
  });

  it('adds a piece once when two tabs send it at the same time', async () => {
    const id = await started();
    const before = onDisk();
    const both = await Promise.all([piece(id, 0, 1_000_000), piece(id, 0, 1_000_000), piece(id, 0, 1_000_000)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok && one.reason === 'wrong_offset')).toHaveLength(2);
    expect([(await uploadProgress(owner, { applicationId }, id))?.received, onDisk()]).toEqual([1_000_000, before + 1]);
  });

  it('throws a piece away that was cut short, that is too long, or that is not the next', async () => {
    const id = await started();
    const before = onDisk();
    expect(await piece(id, 0, 1_000_000, OPEN, owner, 600_000)).toMatchObject({ reason: 'broken' });
    const unsaid = new Blob([new Uint8Array(bytes.subarray(0, 10))]).stream();
    const other = await started({ modified: 11 });
    const proxied = { applicationId, id: other, offset: 0, length: null, bytes: unsaid };
    expect(await receivePiece(owner, proxied, OPEN)).toMatchObject({ ok: true, value: { received: 10 } });
    await abandonUpload(owner, { applicationId }, other);
    expect(await piece(id, 500_000, 1_000_000)).toMatchObject({ reason: 'wrong_offset', detail: { received: 0 } });
    const long = new Blob([new Uint8Array(bytes.length + 1)]).stream();
    const whole = { applicationId, id, offset: 0, length: bytes.length + 1, bytes: long };
    expect(await receivePiece(owner, whole, OPEN)).toMatchObject({ reason: 'file_too_big' });
    expect([(await uploadProgress(owner, { applicationId }, id))?.received, onDisk()]).toEqual([0, before]);
  });

  it('straddling the deadline: each piece counts when its request began', async () => {
    const id = await started();
    expect(await piece(id, 0, 1_000_000, at(-1))).toMatchObject({ ok: true });
    expect(await piece(id, 1_000_000, 2_000_000, at(120))).toMatchObject({ ok: true });
    expect(await piece(id, 2_000_000, 2_500_000, at(121))).toMatchObject({ reason: 'call_closed' });
    expect(await attached()).toEqual([]);
    // The deadline moves: nothing was lost, it goes on.
    await db.call.update({ where: { id: call.id }, data: { closesAt: at(86_400) } });
    expect(await piece(id, 2_000_000, 2_500_000, at(3_600))).toMatchObject({ ok: true });
    await db.call.update({ where: { id: call.id }, data: { closesAt: CLOSES } });
    expect(await attached()).toHaveLength(1);
  });

  it('refuses early what its name or size already tells, and others’ uploads', async () => {
    expect(await announce({ name: 'a.exe' })).toMatchObject({ reason: 'file_type' });
    expect(await announce({ size: 3_000_001 })).toMatchObject({ reason: 'file_too_big' });
    expect(await announce({ size: 0 })).toMatchObject({ reason: 'empty_file' });
    expect(await announce({ field: 'name' })).toMatchObject({ reason: 'not_found' });
    expect(await announce({}, OPEN, stranger)).toMatchObject({ reason: 'not_found' });
    const id = await started();
    expect(await piece(id, 0, 1_000_000, OPEN, stranger)).toMatchObject({ reason: 'not_found' });
    expect(await uploadProgress(stranger, { applicationId }, id)).toBeNull();
    expect(await abandonUpload(stranger, { applicationId }, id)).toBe(false);
  });

  it('leaves nothing of a file whose bytes are not what it says, nor of one given up', async () => {
    const before = onDisk();
    const [fake, other] = [await started({ name: 'faux.csv' }), await started({ modified: 9 })];
    await piece(fake, 0, 1_500_000);
    expect(await piece(fake, 1_500_000, 2_500_000)).toMatchObject({ reason: 'file_type' });
    await piece(other, 0, 1_000_000);
    expect(await abandonUpload(owner, { applicationId }, other)).toBe(true);
    expect([onDisk(), await attached()]).toEqual([before, []]);
  });
});

describe('the virus scan', () => {
  const now = clockAt('2022-02-01T10:00:00Z');
  const states = async () => Object.values(await fileScans(owner, applicationId));
  const send = async () => {
    await db.application.update({ where: { id: applicationId }, data: { state: 'submitted' } });
  };
  const readable = async (viewer: PersonViewer) =>
    (await attachedFile(viewer, (await attached())[0]?.id ?? '')) !== null;

  it('without a scanner says so: nobody is told a file is safe', async () => {
    await attach('a.pdf', PDF());
    await send();
    expect([await states(), await readable(owner), await readable(coordinator)]).toEqual([['pending'], true, false]);
    await scanFiles(system('test'), now, undefined);
    expect([await states(), await readable(coordinator), await readable(stranger)]).toEqual([
      ['unscanned'],
      true,
      false,
    ]);
    expect(await fileScans(stranger, applicationId)).toEqual({});
  });

  it('an infected file is read by nobody, its bytes go, its authors are told, and it cannot be submitted', async () => {
    const before = onDisk();
    await attach('a.csv', EICAR);
    await scanFiles(system('test'), now, undefined);
    expect([await states(), await readable(owner), onDisk()]).toEqual([['infected'], false, before]);
    const mails = await db.outboxMessage.findMany({
      where: { aboutId: applicationId, template: 'application-infected' },
      select: { to: true, text: true },
    });
    expect(mails).toMatchObject([{ to: owner.email, text: expect.stringContaining('a.csv') }]);
    expect(await submitApplication(owner, { applicationId, key: randomUUID() }, OPEN)).toMatchObject({
      reason: 'file_refused',
      detail: { name: 'a.csv' },
    });
    const events = await db.event.findMany({ where: { subjectId: applicationId }, select: { name: true } });
    expect(events.map((one) => one.name)).toContain('file.found_infected');
  });

  it('a scanner that does not answer is an error, not safe; it stops nobody from submitting, and is tried again', async () => {
    await attach('a.pdf', PDF());
    await scanFiles(system('test'), now, 'tcp://127.0.0.1:1');
    expect([await states(), await readable(owner)]).toEqual([['error'], false]);
    expect(await submitApplication(owner, { applicationId, key: randomUUID() }, OPEN)).toMatchObject({ ok: true });
    expect(await readable(coordinator)).toBe(false);
    await scanFiles(system('test'), now, undefined);
    expect(await states()).toEqual(['error']);
    await scanFiles(system('test'), clockAt('2022-02-01T11:01:00Z'), undefined);
    expect(await states()).toEqual(['unscanned']);
  });
});

describe('what nothing names any more', () => {
  it('goes with its draft, or at the next sweep', async () => {
    const before = onDisk();
    await attach('a.pdf', PDF());
    await discardDraft(owner, { applicationId });
    expect(onDisk()).toBe(before);

    applicationId = (await makeDraft(db, call, owner.id)).id;
    await attach('b.pdf', PDF());
    const begun = { applicationId, field: 'slides', name: 'c.pdf', size: 2_000, modified: 0 };
    const started = await startUpload(owner, begun, OPEN);
    if (!started.ok) throw new Error(started.reason);
    const half = { applicationId, id: started.value.id, offset: 0, length: 1_000 };
    await receivePiece(owner, { ...half, bytes: new Blob([new Uint8Array(PDF())]).stream() }, OPEN);
    expect(onDisk()).toBe(before + 2);
    const later = () => new Date(Date.now() + 2 * 86_400_000);
    expect(await sweepFiles(system('test'), later)).toBeGreaterThanOrEqual(1);
    // The attached file is named by its draft: it stays. The piece of an upload left for a day is gone.
    expect([(await attached()).length, await uploadProgress(owner, { applicationId }, started.value.id)]).toEqual([
      1,
      null,
    ]);
    await db.application.update({ where: { id: applicationId }, data: { answers: {} } });
    await sweepFiles(system('test'), later);
    expect(await fileScans(owner, applicationId)).toEqual({});
  });

  it('is not what a message or an answer to a correction names', async () => {
    const by = { ...(await store(Readable.from([PDF()]), 10_000)), name: 'a.pdf', contentType: 'application/pdf' };
    const mine = { ownerKind: 'application', ownerId: applicationId };
    const said = await db.storedFile.create({ data: { ...by, ...mine } });
    const message = { applicationId, side: 'applicant' as const, authorId: owner.id, body: '' };
    await db.fileMessage.create({ data: { ...message, fileId: said.id } });
    const again = await store(Readable.from([PDF()]), 10_000);
    const asked = await db.storedFile.create({ data: { ...by, ...again, ...mine } });
    const correction = { applicationId, byId: owner.id, reason: '', fieldIds: ['slides'], dueAt: CLOSES };
    await db.correction.create({ data: { ...correction, answers: { slides: [{ id: asked.id }] } } });
    await sweepFiles(system('test'), () => new Date(Date.now() + 2 * 3_600_000));
    expect(await db.storedFile.count({ where: { id: { in: [said.id, asked.id] } } })).toBe(2);
  });

  it('bytes whose row a crash prevented go an hour later; those that a row names stay', async () => {
    await attach('named.pdf', PDF());
    const before = onDisk();
    await store(Readable.from([PDF(5_000)]), 10_000);
    expect(onDisk()).toBe(before + 1);
    await sweepFiles(system('test'), () => new Date());
    expect(onDisk()).toBe(before + 1);
    await sweepFiles(system('test'), () => new Date(Date.now() + 2 * 3_600_000));
    expect([onDisk(), (await attached()).length]).toEqual([before, 1]);
  });
});
