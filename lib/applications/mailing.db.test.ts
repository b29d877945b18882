import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discardMailing, rewriteMailing, sendMailing, writeMailing } from '@/lib/applications/commands/mailing';
import { inviteMember } from '@/lib/applications/commands/members';
import { writeToApplicant } from '@/lib/applications/commands/messages';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { NewMailing } from '@/lib/applications/mailing';
import {
  filesToWriteTo,
  mailingById,
  mailingFate,
  mailingRecipients,
  mailingSentTo,
  mailingsOf,
  mailsOfFile,
  tickedFiles,
  triedFile,
} from '@/lib/applications/queries/mailings';
import { usualMail, wordMail } from '@/lib/calls/commands/mail-template';
import { MAIL_EVENTS, type MailEvent } from '@/lib/calls/mail-events';
import { callMailTemplates } from '@/lib/calls/queries/mail-texts';
import { usualText } from '@/lib/calls/usual-mails';
import { wordingFaults } from '@/lib/calls/wording';
import { db, disconnect } from '@/lib/db';
import { resultMail } from '@/lib/jury/emails';
import { resultLetters } from '@/lib/jury/queries/letters';
import { verifyLedger } from '@/lib/ledger';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makePerson, makeViewer, viewerOf } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const clock = () => new Date('2022-03-20T10:00:00Z');
let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;
let juror: PersonViewer;
let owner: PersonViewer;
const files: string[] = [];

const WORDS = {
  audience: 'owners' as const,
  subjectFr: 'À propos de {{reference}}',
  bodyFr: 'Bonjour {{name}},\nVotre projet {{title}} avance.\n{{organisation}}',
  subjectEn: '',
  bodyEn: '',
};
const draft = (change: object = {}) => ({
  ...WORDS,
  callId: call.id,
  target: 'files' as const,
  filters: IntakeFilters.parse({}),
  files: [],
  ...change,
});

beforeAll(async () => {
  call = await makeCall(db, { title: 'Appel de mars' });
  coordinator = await makeViewer(db, 'coordinator');
  juror = await makeViewer(db, 'juror');
  const person = await makePerson(db, { name: 'Aude Morin', email: 'aude@exemple.invalid' });
  owner = viewerOf(person);
  const other = await makePerson(db, { email: 'luc@exemple.invalid', locale: 'en' });
  for (const [index, ownerId] of [person.id, person.id, other.id].entries()) {
    const { id } = await makeDraft(db, call, ownerId);
    await db.application.update({
      where: { id },
      data: { state: 'submitted', reference: `C1-000${index + 1}`, title: `Projet ${index + 1}`, submittedAt: clock() },
    });
    files.push(id);
  }
  await db.applicationMember.create({ data: { applicationId: files[2]!, email: 'zoe@exemple.invalid' } });
  await makeDraft(db, call, (await makePerson(db, { email: 'brouillon@exemple.invalid' })).id);
});

async function written(change: object = {}) {
  const made = await writeMailing(coordinator, draft(change));
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

describe('a mail to many', () => {
  it('goes once to each person, naming all their files', async () => {
    const mailingId = await written();
    const sent = await sendMailing(coordinator, { mailingId, version: 1, count: 2 }, clock);
    expect(sent).toMatchObject({ ok: true, value: { count: 2 } });
    const mails = await db.outboxMessage.findMany({ where: { aboutId: mailingId }, orderBy: { to: 'asc' } });
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['aude@exemple.invalid', 'À propos de C1-0001, C1-0002'],
      ['luc@exemple.invalid', 'À propos de C1-0003'],
    ]);
    expect(mails[0]?.text).toContain('Bonjour Aude Morin,');
    expect(mails[0]?.text).toContain('Votre projet Projet 1, Projet 2 avance.');
    expect(mails[0]?.text).not.toContain('{{');
    const told = await mailingSentTo(coordinator, mailingId);
    expect(told.map(({ email, files: own }) => [email, own.length])).toEqual([
      ['aude@exemple.invalid', 2],
      ['luc@exemple.invalid', 1],
    ]);
    expect(await mailingSentTo(juror, mailingId)).toEqual([]);
  });

  it('never leaves twice: pressed again, by two people at once, or after the number of people changed', async () => {
    const mailingId = await written({ audience: 'everyone' });
    expect(await sendMailing(coordinator, { mailingId, version: 1, count: 2 }, clock)).toMatchObject({
      reason: 'count_changed',
      detail: { count: 3 },
    });
    const both = await Promise.all(
      [1, 2].map(() => sendMailing(coordinator, { mailingId, version: 1, count: 3 }, clock)),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await sendMailing(coordinator, { mailingId, version: 1, count: 3 }, clock)).toMatchObject({
      reason: 'already_sent',
    });
    expect(await db.outboxMessage.count({ where: { aboutId: mailingId } })).toBe(3);
    expect(await mailingFate(coordinator, mailingId)).toEqual({ sent: 0, waiting: 3, failed: 0 });
  });

  it('speaks English to those who chose it, when English was written', async () => {
    const mailingId = await written({ subjectEn: 'About {{reference}}', bodyEn: 'Hello' });
    await sendMailing(coordinator, { mailingId, version: 1, count: 2 }, clock);
    const mails = await db.outboxMessage.findMany({ where: { aboutId: mailingId }, orderBy: { to: 'asc' } });
    expect(mails.map(({ subject }) => subject)).toEqual(['À propos de C1-0001, C1-0002', 'About C1-0003']);
  });

  it('follows the filters, or those who have not submitted', async () => {
    const only = {
      target: 'files',
      audience: 'owners',
      callId: call.id,
      filters: IntakeFilters.parse({ q: 'Projet 3' }),
    };
    expect((await mailingRecipients(coordinator, only)).map(({ email }) => email)).toEqual(['luc@exemple.invalid']);
    const drafts = { ...only, target: 'drafts', filters: {} };
    expect((await mailingRecipients(coordinator, drafts)).map(({ email }) => email)).toEqual([
      'brouillon@exemple.invalid',
    ]);
  });

  it('goes to the files ticked on the board and to no other, and is logged with each', async () => {
    const stranger = await makeCall(db);
    const elsewhere = await makeDraft(db, stranger, owner.id);
    await db.application.update({ where: { id: elsewhere.id }, data: { state: 'submitted', title: 'Ailleurs' } });
    const ids = [files[2]!, files[0]!];
    const ticked = [...ids, elsewhere.id];
    expect(await filesToWriteTo(coordinator, ids)).toMatchObject({ ok: true, value: { slug: call.slug } });
    expect(await filesToWriteTo(juror, ticked)).toMatchObject({ reason: 'nothing_to_change' });
    expect((await tickedFiles(coordinator, call.id, ticked)).map(({ title }) => title)).toEqual([
      'Projet 1',
      'Projet 3',
    ]);
    const chosen = NewMailing.parse({ ...WORDS, callId: call.id, target: 'chosen', files: ids.join(',') });
    // Typed by hand: a file of another call, a draft, something that is no file at all.
    chosen.files.push(elsewhere.id, (await db.application.findFirstOrThrow({ where: { state: 'draft' } })).id);
    const made = await writeMailing(coordinator, chosen);
    if (!made.ok) throw new Error(made.reason);
    const mailingId = made.value.id;
    expect((await mailingById(coordinator, call.slug, mailingId))?.applicationIds.toSorted()).toEqual(ids.toSorted());
    await sendMailing(coordinator, { mailingId, version: 1, count: 2 }, clock);
    const mails = await db.outboxMessage.findMany({ where: { aboutId: mailingId }, orderBy: { to: 'asc' } });
    expect(mails.map(({ subject }) => subject)).toEqual(['À propos de C1-0001', 'À propos de C1-0003']);
    const logged = async (id: string) =>
      (await mailsOfFile(coordinator, id, 1)).mails.filter((one) => mails.some(({ id: sent }) => sent === one.id))
        .length;
    expect([await logged(files[0]!), await logged(files[1]!), await logged(files[2]!)]).toEqual([1, 0, 1]);
    expect(await writeMailing(coordinator, { ...chosen, files: [elsewhere.id] })).toMatchObject({
      reason: 'nobody_chosen',
    });
  });

  it('can be changed or dropped before it leaves, and not after', async () => {
    const mailingId = await written();
    expect(await rewriteMailing(coordinator, { mailingId, version: 1, ...WORDS, subjectFr: 'Autre' })).toMatchObject({
      ok: true,
    });
    expect(await rewriteMailing(coordinator, { mailingId, version: 1, ...WORDS })).toMatchObject({
      reason: 'changed_meanwhile',
    });
    expect(await sendMailing(coordinator, { mailingId, version: 1, count: 2 }, clock)).toMatchObject({
      reason: 'changed_meanwhile',
    });
    expect(await discardMailing(coordinator, { mailingId, version: 2 })).toMatchObject({ ok: true });
    const sent = await written();
    await sendMailing(coordinator, { mailingId: sent, version: 1, count: 2 }, clock);
    expect(await discardMailing(coordinator, { mailingId: sent, version: 2 })).toMatchObject({
      reason: 'already_sent',
    });
  });

  it('refuses a variable that names nothing, braces that do not close, half an English', async () => {
    expect(await writeMailing(coordinator, draft({ bodyFr: '{{nom}}' }))).toMatchObject({
      reason: 'unknown_variable',
      detail: { found: '{{nom}}' },
    });
    expect(await writeMailing(coordinator, draft({ subjectFr: '{{name' }))).toMatchObject({ reason: 'broken_braces' });
    expect(await writeMailing(coordinator, draft({ bodyEn: 'Hello' }))).toMatchObject({ reason: 'half_english' });
  });

  it('is the coordination’s alone', async () => {
    const mailingId = await written();
    for (const viewer of [juror, owner]) {
      expect(await writeMailing(viewer, draft())).toMatchObject({ reason: 'not_found' });
      expect(await sendMailing(viewer, { mailingId, version: 1, count: 2 }, clock)).toMatchObject({
        reason: 'not_found',
      });
      expect(await mailingById(viewer, call.slug, mailingId)).toBeNull();
      expect(await mailingsOf(viewer, call.id)).toEqual([]);
      expect(await mailsOfFile(viewer, files[0]!, 1)).toEqual({ mails: [], total: 0 });
      expect(await triedFile(viewer, call.id, files[0]!)).toBeNull();
      expect(await callMailTemplates(viewer, call.slug)).toBeNull();
    }
  });
});

describe('the words of an automatic mail', () => {
  const template = { event: 'invitation_edit' as const, locale: 'fr' as const, version: 0 };
  const own = { subject: '{{by}} vous attend', title: 'Écrivons {{title}}', body: 'Bonjour,\nvoici {{call}}.' };

  it('are the call’s own once written, in its language only, and the usual ones again after', async () => {
    const usual = await usualText('invitation_edit', 'fr');
    expect(usual.body).toContain('{{title}}');
    expect(await wordMail(coordinator, { ...template, ...own, callId: call.id })).toMatchObject({ ok: true });
    const invite = (email: string) => inviteMember(owner, { applicationId: files[0]!, email, right: 'edit' });
    expect(await invite('b@exemple.invalid')).toMatchObject({ ok: true });
    const [mail] = await db.outboxMessage.findMany({ where: { to: 'b@exemple.invalid' } });
    expect(mail?.subject).toBe('Aude Morin vous attend');
    expect(mail?.text).toContain('voici Appel de mars.');
    expect(await usualMail(coordinator, { callId: call.id, event: 'invitation_edit', locale: 'fr' })).toMatchObject({
      ok: true,
    });
    await invite('c@exemple.invalid');
    const [again] = await db.outboxMessage.findMany({ where: { to: 'c@exemple.invalid' } });
    expect(again?.subject).toBe('Aude Morin vous invite à écrire un dossier');
  });

  it('refuse names that the event does not know, and two hands at once', async () => {
    const input = { ...template, ...own, callId: call.id };
    expect(await wordMail(coordinator, { ...input, body: '{{digest}}' })).toMatchObject({
      reason: 'unknown_in_body',
      detail: { found: '{{digest}}' },
    });
    expect(await wordMail(coordinator, input)).toMatchObject({ ok: true });
    expect(await wordMail(coordinator, input)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await wordMail(juror, input)).toMatchObject({ reason: 'not_found' });
  });

  it('leave no row when the usual text is given back as it is', async () => {
    const usual = await usualText('newForm', 'en');
    const input = { callId: call.id, event: 'newForm' as const, locale: 'en' as const, version: 0, ...usual };
    expect(await wordMail(coordinator, input)).toMatchObject({ ok: true });
    const kept = await callMailTemplates(coordinator, call.slug);
    expect(kept?.templates.some(({ event }) => event === 'newForm')).toBe(false);
  });
});

it('the log of a file holds its own mails and the mailings it was part of', async () => {
  const { mails, total } = await mailsOfFile(coordinator, files[0]!, 1);
  expect(total).toBe(mails.length);
  expect(mails.map(({ template }) => template)).toEqual(
    expect.arrayContaining(['mailing', 'application-invitation_edit']),
  );
  expect(mails.every(({ to }) => to !== 'luc@exemple.invalid')).toBe(true);
  expect('links' in (await verifyLedger())).toBe(true);
});

it('what the team writes from a file follows the call’s own words too, and every usual text can be given back', async () => {
  for (const event of Object.keys(MAIL_EVENTS) as MailEvent[]) {
    for (const locale of ['fr', 'en']) {
      const text = await usualText(event, locale);
      for (const part of [text.subject, text.title, text.body]) {
        expect(wordingFaults(part, MAIL_EVENTS[event]), `${event} ${locale}`).toEqual([]);
        expect(part).not.toMatch(/97|undefined|NaN|correspondence/);
      }
    }
  }
  const input = { callId: call.id, event: 'message_to_applicant' as const, locale: 'fr' as const, version: 0 };
  const own = { subject: 'Un mot pour {{reference}}', title: 'Bonjour', body: '{{body}}' };
  expect(await wordMail(coordinator, { ...input, ...own })).toMatchObject({ ok: true });
  expect(
    await writeToApplicant(coordinator, { applicationId: files[0]!, body: 'Une précision ?' }, clock),
  ).toMatchObject({ ok: true });
  const [mail] = await db.outboxMessage.findMany({ where: { template: 'application-message_to_applicant' } });
  expect(mail?.subject).toBe('Un mot pour C1-0001');
  expect(mail?.text).toContain('Une précision ?');

  await db.application.update({ where: { id: files[1]! }, data: { state: 'selected' } });
  const result = { callId: call.id, event: 'result_selected' as const, locale: 'fr' as const, version: 0 };
  const joy = { subject: 'Bravo : {{title}}', title: 'Bravo', body: 'Rendez-vous en septembre.\n{{reason}}' };
  expect(await wordMail(coordinator, { ...result, ...joy })).toMatchObject({ ok: true });
  const [letter] = await resultLetters(coordinator, call.id, 'https://x.invalid');
  expect(await resultMail(letter!)).toMatchObject({ subject: 'Bravo : Projet 2', to: 'aude@exemple.invalid' });
});
