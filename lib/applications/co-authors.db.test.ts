import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerCorrection } from '@/lib/applications/commands/answer-correction';
import { attachFile } from '@/lib/applications/commands/attach';
import { attachToCorrection } from '@/lib/applications/commands/attach-correction';
import { askCorrection } from '@/lib/applications/commands/corrections';
import { inviteMember, removeMember } from '@/lib/applications/commands/members';
import { sendMessageFile } from '@/lib/applications/commands/message-file';
import { seeMessages, writeToTeam } from '@/lib/applications/commands/messages';
import { answerQuestions } from '@/lib/applications/commands/questions';
import { saveAnswers } from '@/lib/applications/commands/save';
import { submitApplication } from '@/lib/applications/commands/submit';
import { acceptTransfer, proposeTransfer } from '@/lib/applications/commands/transfer';
import { startUpload } from '@/lib/applications/commands/upload';
import { discardDraft, withdrawApplication } from '@/lib/applications/commands/withdraw';
import { myApplication, myApplications } from '@/lib/applications/queries';
import type { Answers, Row } from '@/lib/calls/answers';
import { inSection, text } from '@/lib/calls/building';
import { formDefinition } from '@/lib/calls/form';
import { fieldsOf } from '@/lib/calls/shape';
import { clockAt } from '@/lib/clock';
import { db } from '@/lib/db';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makePerson, makeViewer, viewerOf } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  sections: [
    inSection('s', T, [
      { type: 'shortText', id: 'name', label: T },
      { type: 'file', id: 'slides', label: T, types: ['pdf'], maxBytes: 1_000_000, max: 3, required: false },
      {
        type: 'group',
        id: 'team',
        label: T,
        rowLabel: T,
        max: 40,
        required: false,
        fields: [{ type: 'shortText', id: 'role', label: T }],
      },
    ]),
  ],
});
const OPEN = new Date('2022-02-01T10:00:00Z');
const now = clockAt('2022-02-01T10:00:00Z');
const pdf = () => new Blob(['%PDF-1.7\n'.padEnd(1_000, 'x')]).stream();

let call: Awaited<ReturnType<typeof makeCall>>;
let [owner, coordinator] = [] as unknown as PersonViewer[] as [PersonViewer, PersonViewer];
beforeAll(async () => {
  call = await makeCall(db, { form });
  owner = await makeViewer(db);
  coordinator = await makeViewer(db, 'coordinator');
});
const draft = async () => (await makeDraft(db, call, owner.id, { name: 'Marées vertes' })).id;
const invite = (applicationId: string, email: string, right: 'view' | 'edit') =>
  inviteMember(owner, { applicationId, email, right });
const write = (viewer: PersonViewer, id: string, base: Answers, mine: Answers) =>
  saveAnswers(
    viewer,
    id,
    () => ({ fields: fieldsOf(form).filter((one) => one.id in mine || one.id in base), base, mine }),
    OPEN,
  );
const invitations = (id: string) =>
  db.outboxMessage.findMany({
    where: { aboutId: id, template: { startsWith: 'application-invitation' } },
    orderBy: { createdAt: 'asc' },
    select: { to: true, text: true },
  });

describe('somebody invited to read a file', () => {
  it('writes to it by none of the ways there are', async () => {
    const reader = await makeViewer(db);
    const id = await draft();
    await invite(id, reader.email, 'view');
    const key = randomUUID();
    expect(await myApplication(reader, id)).toMatchObject({ right: 'view', answers: { name: 'Marées vertes' } });
    const announced = { field: 'slides', name: 'a.pdf', size: 1_000, modified: 0 };
    expect(
      await Promise.all([
        write(reader, id, {}, { name: 'x' }),
        attachFile(reader, { applicationId: id, field: 'slides', name: 'a.pdf', bytes: pdf() }, OPEN),
        startUpload(reader, { ...announced, applicationId: id }, OPEN),
        submitApplication(reader, { applicationId: id, key }, OPEN),
        inviteMember(reader, { applicationId: id, email: 'x@exemple.invalid', right: 'edit' }),
        proposeTransfer(reader, { applicationId: id, email: 'x@exemple.invalid' }),
        discardDraft(reader, { applicationId: id }),
      ]),
    ).toMatchObject([
      { reason: 'read_only' },
      { reason: 'read_only' },
      { reason: 'read_only' },
      { reason: 'read_only' },
      { reason: 'not_owner' },
      { reason: 'not_owner' },
      { reason: 'not_owner' },
    ]);
    await submitApplication(owner, { applicationId: id, key }, OPEN);
    const dueAt = new Date('2022-02-08T10:00:00Z');
    const asked = { applicationId: id, fields: ['name', 'slides'], reason: 'À préciser.', dueAt };
    const correction = await askCorrection(coordinator, asked, now);
    const correctionId = correction.ok ? correction.value.id : '';
    const posted = { correctionId, base: '{}', intent: 'send', entries: [['name', 'x']] as [string, string][] };
    expect(
      await Promise.all([
        // The same key is not a way in either.
        submitApplication(reader, { applicationId: id, key }, OPEN),
        answerCorrection(reader, posted, OPEN, () => 'k'),
        attachToCorrection(reader, { correctionId, field: 'slides', name: 'a.pdf', bytes: pdf() }, OPEN),
        startUpload(reader, { ...announced, correctionId }, OPEN),
        writeToTeam(reader, { applicationId: id, body: 'x' }, now),
        sendMessageFile(reader, { applicationId: id, body: 'x', name: 'a.pdf', bytes: pdf() }, now),
        startUpload(reader, { ...announced, messageAbout: id }, OPEN),
        answerQuestions(reader, { applicationId: id, answers: {} }, now),
        seeMessages(reader, { applicationId: id }, now),
        withdrawApplication(reader, { applicationId: id }, now),
      ]),
    ).toMatchObject([...Array.from({ length: 9 }, () => ({ reason: 'read_only' })), { reason: 'not_owner' }]);
    const file = await db.application.findUniqueOrThrow({ where: { id }, select: { answers: true, state: true } });
    expect(file).toEqual({ answers: { name: 'Marées vertes' }, state: 'submitted' });
    expect(await db.storedFile.count({ where: { ownerId: id } })).toBe(0);
    expect(await db.fileMessage.count({ where: { applicationId: id } })).toBe(0);
  });

  it('writes once invited to, no more once invited to read only; each time they are told', async () => {
    const author = await makeViewer(db);
    const id = await draft();
    await invite(id, author.email, 'view');
    await invite(id, author.email, 'edit');
    expect(await write(author, id, { name: 'Marées vertes' }, { name: 'Marées' })).toMatchObject({ ok: true });
    // Asked twice by a double click: one mail for each right.
    await invite(id, author.email, 'edit');
    expect((await invitations(id)).length).toBe(2);
    await db.applicationMember.updateMany({ where: { applicationId: id }, data: { right: 'view' } });
    expect(await write(author, id, { name: 'Marées' }, { name: 'x' })).toMatchObject({ reason: 'read_only' });
  });

  it('may be the twentieth, and change right then', async () => {
    const id = await draft();
    for (let n = 0; n < 20; n++) expect((await invite(id, `p${n}@exemple.invalid`, 'view')).ok).toBe(true);
    expect(await invite(id, 'p20@exemple.invalid', 'view')).toMatchObject({ reason: 'too_many_members' });
    expect(await invite(id, 'p19@exemple.invalid', 'edit')).toMatchObject({ ok: true });
  });
});

describe('somebody invited at an address without an account', () => {
  it('finds the file once they come with it, and no more once the invitation is taken back', async () => {
    const email = `nouvelle-${randomUUID()}@exemple.invalid`;
    const [id, other] = [await draft(), await draft()];
    await invite(id, email, 'edit');
    await invite(other, email, 'edit');
    expect(await invitations(id)).toMatchObject([
      { to: email, text: expect.stringContaining(`/my-applications/${id}`) },
    ]);
    // Taken back before they ever came.
    const [member] = await db.applicationMember.findMany({ where: { applicationId: other } });
    expect(await removeMember(owner, { applicationId: other, memberId: member?.id ?? '' })).toMatchObject({ ok: true });
    const came = viewerOf(await makePerson(db, { email }));
    expect((await myApplications(came)).map((one) => [one.id, one.right])).toEqual([[id, 'edit']]);
    expect(await myApplication(came, other)).toBeNull();
    expect(await write(came, id, {}, { team: [{ _key: 'n', role: 'Juriste' }] })).toMatchObject({ ok: true });
    const [mine] = await db.applicationMember.findMany({ where: { applicationId: id } });
    await removeMember(owner, { applicationId: id, memberId: mine?.id ?? '' });
    expect(await write(came, id, {}, { name: 'x' })).toMatchObject({ reason: 'not_found' });
    expect((await myApplication(owner, id))?.answers.team).toMatchObject([{ role: 'Juriste' }]);
  });

  it('takes over a file proposed to them there', async () => {
    const email = `reprise-${randomUUID()}@exemple.invalid`;
    const id = await draft();
    await proposeTransfer(owner, { applicationId: id, email });
    const came = viewerOf(await makePerson(db, { email }));
    const [transfer] = await db.applicationTransfer.findMany({ where: { applicationId: id } });
    expect(await acceptTransfer(came, { transferId: transfer?.id ?? '' }, now)).toMatchObject({ ok: true });
    expect(await myApplication(came, id)).toMatchObject({ right: 'owner' });
  });
});

describe('twenty co-authors at once', () => {
  it('each add a row to one list: all twenty are there', async () => {
    const id = await draft();
    const add = async (n: number): Promise<void> => {
      const mine: Row[] = [{ _key: `k${n}`, role: `rôle ${n}` }];
      const saved = await write(owner, id, {}, { team: mine });
      // What a browser does when the server is too busy: it asks again.
      if (!saved.ok && saved.reason === 'busy') return add(n);
      expect(saved).toMatchObject({ ok: true, value: { conflicts: [] } });
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n)));
    const rows = (await myApplication(owner, id))?.answers.team as Row[];
    expect(rows.map((one) => one.role).sort()).toEqual(Array.from({ length: 20 }, (_, n) => `rôle ${n}`).sort());
  });
});
