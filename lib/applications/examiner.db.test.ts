import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askArchive } from '@/lib/applications/commands/archive';
import { askCorrection } from '@/lib/applications/commands/corrections';
import { decideFiles, undoDecision } from '@/lib/applications/commands/decide';
import { entrustFiles, labelFiles } from '@/lib/applications/commands/examine';
import { endInstructor, inviteInstructor } from '@/lib/applications/commands/instructors';
import { writeMailing } from '@/lib/applications/commands/mailing';
import { sendMessageFile } from '@/lib/applications/commands/message-file';
import { seeMessages, settleMessages, writeToApplicant } from '@/lib/applications/commands/messages';
import { removeNote, seeMentions, writeNote } from '@/lib/applications/commands/notes';
import { placeOrganisation } from '@/lib/applications/commands/place-organisation';
import { giveReaders } from '@/lib/applications/commands/readings';
import { remindFiles } from '@/lib/applications/commands/remind';
import { submitApplication } from '@/lib/applications/commands/submit';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { NewMailing } from '@/lib/applications/mailing';
import { Placing } from '@/lib/applications/placing';
import { attachedFile } from '@/lib/applications/queries';
import { fileScans } from '@/lib/applications/queries/attachments';
import { boardDesk, fileDesk } from '@/lib/applications/queries/board';
import { fileCorrections } from '@/lib/applications/queries/corrections';
import { dossierOf } from '@/lib/applications/queries/dossiers';
import { examinedFile, sentVersions, twoVersions } from '@/lib/applications/queries/examined';
import { entrustedFiles, invitedInstructors } from '@/lib/applications/queries/examiner';
import { expectedOf } from '@/lib/applications/queries/expected';
import { fileHistory } from '@/lib/applications/queries/history';
import { intakeCall, intakeRows } from '@/lib/applications/queries/intake';
import { mailsOfFile } from '@/lib/applications/queries/mailings';
import { fileMargin } from '@/lib/applications/queries/margin';
import { examinationOf, fileDecisions, fileQuestions } from '@/lib/applications/queries/preselection';
import { fileMessages } from '@/lib/applications/queries/talk';
import { fileOrganisation } from '@/lib/applications/queries/typed-organisations';
import { inSection, shortText, text } from '@/lib/calls/building';
import { formDefinition } from '@/lib/calls/form';
import { db, disconnect } from '@/lib/db';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  titleField: 'name',
  sections: [inSection('s', T, [shortText('name', T), { type: 'organisation', id: 'host', label: T }])],
});
const OPEN = new Date('2022-02-01T10:00:00Z');
const clock = () => new Date('2022-04-01T10:00:00Z');
let [call, other] = [] as unknown as Awaited<ReturnType<typeof makeCall>>[];
let coordinator: PersonViewer;
let owner: PersonViewer;
let invited: PersonViewer;
let elsewhere: PersonViewer;
const files: string[] = [];

async function send(to: typeof call, name: string): Promise<string> {
  const { id } = await makeDraft(db, to as never, owner.id, { name, host: { name: 'Mairie inconnue' } });
  const sent = await submitApplication(owner, { applicationId: id, key: randomUUID() }, OPEN);
  if (!sent.ok) throw new Error(sent.reason);
  return id;
}
const invite = (who: PersonViewer, to = call) =>
  inviteInstructor(coordinator, { callId: to!.id, email: who.email, name: '' }, clock);

beforeAll(async () => {
  call = await makeCall(db, { form });
  other = await makeCall(db, { form });
  [coordinator, owner, invited, elsewhere] = await Promise.all([
    makeViewer(db, 'coordinator'),
    makeViewer(db),
    makeViewer(db),
    makeViewer(db, 'coach'),
  ]);
  for (const name of ['Marées', 'Dunes']) files.push(await send(call, name));
  files.push(await send(other, 'Forêts'));
});

/** Everything there is to read of a file, as a yes or a no. */
async function reads(viewer: PersonViewer, id: string) {
  const stored = await db.storedFile.findFirst({ where: { ownerId: id } });
  const margin = await fileMargin(viewer, id);
  return {
    file: (await examinedFile(viewer, id)) !== null,
    versions: (await sentVersions(viewer, id)).length > 0,
    compared: (await twoVersions(viewer, id, 1, 1)) !== null,
    history: (await fileHistory(viewer, id)).length > 0,
    margin: margin.history.length > 0,
    notes: margin.notes.length > 0,
    messages: (await fileMessages(viewer, id)).length > 0,
    corrections: (await fileCorrections(viewer, id)).length > 0,
    decisions: (await fileDecisions(viewer, id)).length > 0,
    scans: Object.keys(await fileScans(viewer, id)).length > 0,
    attachment: (await attachedFile(viewer, stored?.id ?? id)) !== null,
  };
}
/** Everything that runs the call rather than examines a file. */
async function runs(viewer: PersonViewer, id: string) {
  const desk = await boardDesk(viewer, call!.id, IntakeFilters.parse({}), clock);
  return {
    call: (await intakeCall(viewer, call!.slug)) !== null,
    board: (await intakeRows(viewer, call!.id, IntakeFilters.parse({}))).length > 0,
    desk: desk.people.length + desk.found > 0,
    people: (await fileDesk(viewer, call!.id, clock)).people.length > 0,
    questions: (await fileQuestions(viewer, id)).length > 0,
    mails: (await mailsOfFile(viewer, id, 1)).total > 0,
    dossier: (await dossierOf(viewer, id)) !== null,
    organisation: (await fileOrganisation(viewer, id)) !== null,
    instructors: (await invitedInstructors(viewer, call!.id)).length > 0,
  };
}
const all = (outcome: Record<string, boolean>) => [...new Set(Object.values(outcome))];

describe('somebody invited to examine files of a call', () => {
  it('is told by mail, once; only the coordination invites', async () => {
    expect(await invite(invited)).toMatchObject({ ok: true });
    expect(await invite(invited)).toMatchObject({ reason: 'already_invited' });
    expect(await invite(elsewhere, other)).toMatchObject({ ok: true });
    const mails = await db.outboxMessage.findMany({ where: { to: invited.email, template: 'instructor-invited' } });
    expect(mails.map(({ text: said }) => said.includes('/examining'))).toEqual([true]);
    const by = (viewer: PersonViewer) =>
      inviteInstructor(viewer, { callId: call!.id, email: 'x@exemple.invalid', name: '' }, clock);
    for (const viewer of [invited, owner, await makeViewer(db, 'communication')])
      expect(await by(viewer)).toMatchObject({ reason: 'not_found' });
  });

  it('is entrusted files of this call, not of another, nor their own; others cannot be', async () => {
    const entrust = (ids: string[], who: PersonViewer) => entrustFiles(coordinator, { ids, instructorId: who.id });
    expect(await entrust([files[2]!], invited)).toMatchObject({ reason: 'unknown_person' });
    expect(await entrust([files[0]!, files[2]!], invited)).toMatchObject({ reason: 'unknown_person' });
    expect(await entrust([files[0]!], elsewhere)).toMatchObject({ reason: 'unknown_person' });
    await invite(owner);
    expect(await entrust([files[0]!], owner)).toMatchObject({ reason: 'unknown_person' });
    expect(await entrust([files[0]!], invited)).toMatchObject({ ok: true, value: { changed: 1 } });
    expect((await fileDesk(coordinator, call!.id, clock)).people.map(({ id }) => id)).toContain(invited.id);
    const readers = { ids: [files[0]!], readers: [invited.id], due: '' };
    expect(await giveReaders(coordinator, readers, clock)).toMatchObject({ ok: true });
  });

  it('reads everything of the file entrusted to them, nothing of another, and runs nothing', async () => {
    const [mine, theirs] = files as [string, string];
    for (const id of [mine, theirs]) {
      await writeNote(coordinator, { applicationId: id, body: 'À relire' });
      const bytes = Readable.from([Buffer.from('%PDF-1.7 x')]);
      await sendMessageFile(coordinator, { applicationId: id, body: 'Bonjour', name: 'a.pdf', bytes }, clock);
      const asked = { applicationId: id, fields: ['name'], reason: 'Précisez.', dueAt: new Date('2022-05-01') };
      await askCorrection(coordinator, asked, clock);
      await decideFiles(coordinator, { ids: [id], after: 'eligible', reason: 'Complet.' });
    }
    await db.storedFile.updateMany({ data: { scan: 'safe' } });
    expect(all(await reads(coordinator, theirs))).toEqual([true]);
    expect(await reads(invited, mine)).toEqual(await reads(coordinator, mine));
    for (const [viewer, id] of [
      [invited, theirs],
      [invited, files[2]],
      [elsewhere, mine],
      [owner, theirs],
    ] as [PersonViewer, string][])
      expect((await examinedFile(viewer, id)) ?? (await fileHistory(viewer, id))).toEqual([]);
    expect(all(await reads(invited, theirs))).toEqual([false]);
    expect(all(await reads(elsewhere, mine))).toEqual([false]);
    expect(await examinedFile(visitor, mine)).toBeNull();
    expect(all(await runs(invited, mine))).toEqual([false]);
    expect(await examinedFile(invited, mine)).toMatchObject({ runs: false });
    expect((await entrustedFiles(invited)).map(({ id }) => id)).toEqual([mine]);
    expect(await examinationOf(invited, call!.id)).toEqual(await examinationOf(coordinator, call!.id));
  });

  it('writes, asks, decides of eligibility and takes it back on that file alone; the rest is refused', async () => {
    const [mine, theirs] = files as [string, string];
    const acts = (id: string) => ({
      note: () => writeNote(invited, { applicationId: id, body: 'Vu' }),
      write: () => writeToApplicant(invited, { applicationId: id, body: 'Bonjour' }, clock),
      see: () => seeMessages(invited, { applicationId: id }, clock),
      settle: () => settleMessages(invited, { applicationId: id }, clock),
      decide: () => decideFiles(invited, { ids: [id], after: 'ineligible', reason: 'Hors champ.' }),
    });
    for (const act of Object.values(acts(mine))) expect(await act()).toMatchObject({ ok: true });
    for (const act of Object.values(acts(theirs))) expect(await act()).toMatchObject({ ok: false });
    const [decision] = await db.decision.findMany({ where: { applicationId: mine }, orderBy: { createdAt: 'desc' } });
    expect(await undoDecision(invited, { decisionId: decision!.id }, clock)).toMatchObject({ ok: true });
    // What the coordination decided is not theirs to undo.
    const [before] = await db.decision.findMany({ where: { applicationId: mine, byId: coordinator.id } });
    expect(await undoDecision(invited, { decisionId: before!.id }, clock)).toMatchObject({ reason: 'not_undoable' });
    const note = await db.fileNote.findFirstOrThrow({ where: { applicationId: mine, authorId: coordinator.id } });
    expect(await removeNote(invited, { noteId: note.id }, clock)).toMatchObject({ reason: 'not_yours' });
    const ids = [mine];
    const words = { callId: call!.id, subjectFr: 'a', bodyFr: 'b', target: 'chosen', files: mine };
    const refused = [
      await decideFiles(invited, { ids, after: 'preselected', reason: 'À entendre.' }),
      await entrustFiles(invited, { ids, instructorId: null }),
      await labelFiles(invited, { ids, label: 'mer', remove: false }),
      await giveReaders(invited, { ids, readers: [invited.id], due: '' }, clock),
      await remindFiles(invited, { ids }, clock),
      await writeMailing(invited, NewMailing.parse(words)),
      await askArchive(invited, { callId: call!.id, locale: 'fr', filters: IntakeFilters.parse({}) }),
      await placeOrganisation(
        invited,
        Placing.parse({ applicationId: mine, choice: 'new', name: 'X', reason: 'Parce que' }),
      ),
    ];
    expect(refused.map(({ ok }) => ok)).toEqual(refused.map(() => false));
  });

  it('is called in the notes of that file and of no other, and reads so in Today until they have looked', async () => {
    const [mine, theirs] = files as [string, string];
    const body = `À voir, @${invited.name}`;
    const called = async (id: string) => (await fileMargin(coordinator, id)).people.map(({ id: who }) => who);
    expect([await called(mine), await called(theirs)]).toEqual([
      [coordinator.id, invited.id].toSorted(),
      [coordinator.id],
    ]);
    expect((await fileMargin(invited, mine)).people.map(({ id }) => id)).toContain(coordinator.id);
    const told = { ok: true, value: { told: [invited.name] } };
    expect(await writeNote(coordinator, { applicationId: mine, body })).toMatchObject(told);
    expect(await writeNote(coordinator, { applicationId: theirs, body })).toMatchObject({ value: { told: [] } });
    const mails = await db.outboxMessage.findMany({ where: { to: invited.email, template: 'application-mention' } });
    expect(mails.map(({ aboutId }) => aboutId)).toEqual([mine]);
    const lines = async () => (await expectedOf(invited)).filter(({ words }) => words === 'readMention');
    expect(await lines()).toMatchObject([{ href: `/admin/applications/${mine}#notes` }]);
    expect(await seeMentions(invited, { applicationId: mine }, clock)).toMatchObject({ ok: true });
    expect(await lines()).toEqual([]);
    // One more, which stays unread until the invitation ends.
    await writeNote(coordinator, { applicationId: mine, body });
    expect(await lines()).toHaveLength(1);
  });

  it('sees it in Today, and loses all of it when the invitation ends: the files wait for somebody else', async () => {
    const mine = files[0]!;
    await db.application.update({ where: { id: mine }, data: { state: 'submitted' } });
    expect((await expectedOf(invited)).map(({ words, href }) => [words, href])).toContainEqual([
      'examineEntrusted',
      '/examining',
    ]);
    const [line] = (await invitedInstructors(coordinator, call!.id)).filter(({ email }) => email === invited.email);
    expect(line).toMatchObject({ files: 1, waiting: 1 });
    expect(await endInstructor(invited, { instructorId: line!.id }, clock)).toMatchObject({ reason: 'not_found' });
    expect(await endInstructor(coordinator, { instructorId: line!.id }, clock)).toMatchObject({ value: { files: 1 } });
    expect(await endInstructor(coordinator, { instructorId: line!.id }, clock)).toMatchObject({ reason: 'not_found' });
    expect(all(await reads(invited, mine))).toEqual([false]);
    expect(await entrustedFiles(invited)).toEqual([]);
    const words = (await expectedOf(invited)).map((line) => line.words);
    expect(words).not.toContain('examineEntrusted');
    expect(words).not.toContain('readMention');
    expect((await db.application.findUniqueOrThrow({ where: { id: mine } })).instructorId).toBeNull();
    // A file left in their hands by hand opens nothing either: the invitation is what counts.
    await db.application.update({ where: { id: mine }, data: { instructorId: invited.id } });
    expect(all(await reads(invited, mine))).toEqual([false]);
  });
});
