import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCorrection } from '@/lib/applications/commands/corrections';
import { decideFiles } from '@/lib/applications/commands/decide';
import { sendMailing, writeMailing } from '@/lib/applications/commands/mailing';
import { inviteMember } from '@/lib/applications/commands/members';
import { sendMessageFile } from '@/lib/applications/commands/message-file';
import { writeNote } from '@/lib/applications/commands/notes';
import { proposeQuestion } from '@/lib/applications/commands/questions';
import { submitApplication } from '@/lib/applications/commands/submit';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { callStatistics } from '@/lib/applications/queries/statistics';
import { inSection, lines, shortText, text } from '@/lib/calls/building';
import { formDefinition } from '@/lib/calls/form';
import { db, disconnect, rows } from '@/lib/db';
import { verifyLedger } from '@/lib/ledger';
import { eraseFiles } from '@/lib/publication/jobs/erase-files';
import { erasePeople } from '@/lib/publication/jobs/erase-people';
import { store } from '@/lib/storage';
import { type PersonViewer, system } from '@/lib/viewer';
import { makeCall, makeDraft } from '@/prisma/factories/calls';
import { makePerson, makeViewer, viewerOf } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const T = text('Titre', 'Title');
const form = formDefinition.parse({
  titleField: 'name',
  sections: [
    inSection('s', T, [
      shortText('name', T),
      lines('problem', 3, T),
      { type: 'file', id: 'slides', label: T, required: false },
      { type: 'yesNo', id: 'coFunding', label: T, required: false },
      {
        type: 'group',
        id: 'profiles',
        label: T,
        rowLabel: T,
        min: 0,
        max: 3,
        fields: [
          { type: 'shortText', id: 'profile', label: T, required: true },
          { type: 'shortText', id: 'expertise', label: T, required: false },
        ],
      },
    ]),
  ],
});
const counting = formDefinition.parse({
  sections: [
    inSection('s', T, [shortText('name', T)]),
    inSection('team', T, [
      {
        type: 'group',
        id: 'profiles',
        label: T,
        rowLabel: T,
        min: 0,
        max: 3,
        fields: [{ type: 'oneOf', id: 'profile', label: T, options: [{ value: 'designer', label: T }] }],
      },
    ]),
  ],
});
const job = system('erasure');
const OPEN = new Date('2022-02-01T10:00:00Z');
const AFTER = new Date('2022-04-01T10:00:00Z');
const clock = () => AFTER;
const due = () => new Date('2024-04-02T10:00:00Z');
const tooSoon = () => new Date('2024-03-01T10:00:00Z');

/** Every text, list, JSON and search column of every table, as text: where these words still stand, and not as the end of others. */
async function whereIs(words: string[]): Promise<string[]> {
  const columns = await rows<{ table: string; column: string }>(
    `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       AND c.data_type NOT IN ('uuid', 'boolean', 'integer', 'bigint', 'date', 'timestamp with time zone')`,
  );
  expect(columns.length).toBeGreaterThan(150);
  const found: string[] = [];
  for (const { table, column } of columns)
    for (const word of words) {
      const [{ count } = { count: 0 }] = await rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM "${table}" WHERE "${column}"::text ~* $1`,
        [`(?<![a-z])${word.replaceAll('.', '[.]')}`],
      );
      if (count > 0) found.push(`${table}.${column}: ${word}`);
    }
  return found;
}

let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;
let lost: PersonViewer;
let kept: PersonViewer;
let mate: PersonViewer;
const files: Record<string, string> = {};

async function send(viewer: PersonViewer, name: string): Promise<string> {
  const profiles = [
    { _key: 'a', profile: 'designer', expertise: viewer.name },
    { _key: 'b', profile: viewer.name, expertise: '' },
  ];
  const answers = { name, problem: `Écrit par ${viewer.name} (${viewer.email}).`, coFunding: true, profiles };
  const { id } = await makeDraft(db, call, viewer.id, answers);
  const sent = await submitApplication(viewer, { applicationId: id, key: randomUUID() }, OPEN);
  if (!sent.ok) throw new Error(sent.reason);
  return id;
}

beforeAll(async () => {
  call = await makeCall(db, { form, title: 'Appel ancien', resultsPublishedAt: null });
  coordinator = await makeViewer(db, 'coordinator');
  lost = viewerOf(await makePerson(db, { name: 'Perpétue Quillivéré', email: 'lou@exemple.invalid' }));
  mate = viewerOf(await makePerson(db, { name: 'Barnabé Trévidic', email: 'trevidic@exemple.invalid' }));
  kept = viewerOf(await makePerson(db, { name: 'Soizic Retenue', email: 'marilou@exemple.invalid' }));
  files.lost = await send(lost, 'Algues');
  files.named = await send(lost, 'Le projet de Perpétue Quillivéré');
  files.kept = await send(kept, 'Dunes');
  files.draft = (await makeDraft(db, call, lost.id, { name: 'Brouillon de Perpétue Quillivéré' })).id;
});

/** All that a call makes the database say of people: each act by its own command where there is one. */
async function live() {
  const applicationId = files.lost as string;
  await inviteMember(lost, { applicationId, email: mate.email, right: 'edit' });
  await db.applicationMember.updateMany({ where: { applicationId }, data: { personId: mate.id } });
  const pdf = () => Readable.from([Buffer.from(`%PDF-1.7 ${lost.name}`)]);
  const words = { applicationId, body: `${lost.name} répond : ${lost.email}`, name: `${lost.name}.pdf` };
  expect(await sendMessageFile(lost, { ...words, bytes: pdf() }, clock)).toMatchObject({ ok: true });
  await writeNote(coordinator, { applicationId, body: `Rappeler ${lost.name}` });
  const asked = { applicationId, fields: ['problem'], reason: `${lost.name}, chiffrez.`, dueAt: due() };
  expect(await askCorrection(coordinator, asked, clock)).toMatchObject({ ok: true });
  await proposeQuestion(coordinator, { applicationId, body: `Qui est ${lost.name} ?` });
  const decided = { ids: [files.lost, files.named] as string[], after: 'eligible' as const };
  expect(await decideFiles(coordinator, { ...decided, reason: `${lost.name} convient.` })).toMatchObject({ ok: true });
  const mailing = await writeMailing(coordinator, {
    ...{ callId: call.id, target: 'files', audience: 'everyone', filters: IntakeFilters.parse({}), files: [] },
    ...{ subjectFr: 'À {{name}}', bodyFr: 'Bonjour {{name}}', subjectEn: '', bodyEn: '' },
  });
  if (!mailing.ok) throw new Error(mailing.reason);
  expect(await sendMailing(coordinator, { mailingId: mailing.value.id, version: 1, count: 3 }, clock)).toMatchObject({
    ok: true,
  });
  const said = { line: 1, field: 'Courriel', value: `${lost.name} ${lost.email}`, reason: 'malformed' };
  const stored = await store(pdf(), 10_000);
  await db.filesImport.create({
    data: {
      ...{ callId: call.id, name: 'export.json', kind: 'demarches', source: 'demarche:1', createdAt: AFTER },
      ...{ storageKey: stored.storageKey, report: { created: 1, named: [{ key: '12', ...said }] } },
    },
  });
  const rest = [{ id: 'usager', label: 'usager', value: { email: lost.email, nom: lost.name } }];
  await db.importedFile.create({
    data: {
      ...{ applicationId: files.named as string, callId: call.id, kind: 'demarches', key: '12', digest: 'a' },
      ...{ answersDigest: 'b', rest, importedAt: AFTER },
    },
  });
  const left = [{ file: 'X-1', name: `${lost.name}.pdf`, why: 'missing' }];
  await db.archive.create({ data: { callId: call.id, report: { files: 1, named: left }, createdAt: AFTER } });
  await db.signInToken.create({ data: { email: lost.email, linkHash: 'l', codeHash: 'c', expires: AFTER } as never });
  await db.rateLimit.create({ data: { key: `sign-in:${lost.email}`, windowStart: AFTER, count: 1 } });
  // Elsewhere altogether: a colleague wrote the address in an answer of a file that is kept.
  const answers = { name: 'Dunes', problem: `Écrire à ${lost.email} et à ${kept.email}.` };
  await db.submission.updateMany({ where: { applicationId: files.kept }, data: { answers } });
  await db.application.update({ where: { id: files.kept }, data: { state: 'selected', answers } });
}

describe('two years after a call', () => {
  it('keeps everything until then, and what was selected after', async () => {
    await live();
    expect((await whereIs([lost.name, lost.email])).length).toBeGreaterThan(20);
    expect(await eraseFiles(job, tooSoon)).toBe(0);
    expect(await erasePeople(job, tooSoon)).toBe(0);
    expect(await eraseFiles(coordinator, due)).toBe(0);
  });

  it('leaves no name and no address of those who were not selected in any column of any table', async () => {
    expect(await eraseFiles(job, due)).toBe(3);
    // Still signed in somewhere: nobody's account closes under them.
    const session = { personId: lost.id, sessionToken: 's', expires: new Date('2024-05-01T10:00:00Z') };
    await db.session.create({ data: session });
    expect(await erasePeople(job, due)).toBe(1);
    await db.session.deleteMany({ where: { personId: lost.id } });
    expect(await erasePeople(job, due)).toBe(1);
    expect(await whereIs([lost.name, lost.email, mate.name, mate.email])).toEqual([]);
    // lou@… is the end of marilou@…, whose file was selected: she keeps her address, everywhere.
    expect((await whereIs([kept.name, kept.email])).length).toBeGreaterThan(5);
  });

  it('leaves what counts, the bytes of nobody, the selected file whole, and a chain that holds', async () => {
    const left = await db.application.findMany({ orderBy: { reference: 'asc' }, where: { callId: call.id } });
    expect(left.map((one) => [one.title, one.state, one.erasedAt !== null])).toEqual([
      ['Algues', 'eligible', true],
      ['', 'eligible', true],
      ['Dunes', 'selected', false],
    ]);
    expect(left.every((one) => one.reference && one.submittedAt)).toBe(true);
    expect(left[0]?.answers).toEqual({ coFunding: true, profiles: [{ profile: 'designer' }] });
    const figures = await callStatistics(coordinator, { ...call, opensAt: OPEN, closesAt: AFTER }, counting, due());
    expect(figures?.profiles.map(({ value, files: count }) => [value, count])).toEqual([['designer', 2]]);
    expect(figures?.steps.map(({ count }) => count)).toEqual([3, 3, 3, 3, 1]);
    expect(await db.storedFile.count({ where: { ownerId: { in: Object.values(files) } } })).toBe(0);
    expect(await db.person.findUnique({ where: { id: kept.id }, select: { name: true } })).toEqual({ name: kept.name });
    expect(JSON.stringify(left.at(-1)?.answers)).toContain('Écrire à —');
    expect(await verifyLedger()).not.toHaveProperty('broken');
  });

  it('does nothing the second time, and all of it again after a restore', async () => {
    expect([await eraseFiles(job, due), await erasePeople(job, due)]).toEqual([0, 0]);
    await db.application.update({ where: { id: files.lost }, data: { erasedAt: null, answers: { name: lost.name } } });
    await db.person.update({ where: { id: lost.id }, data: { erasedAt: null, name: lost.name, email: lost.email } });
    expect([await eraseFiles(job, due), await erasePeople(job, due)]).toEqual([1, 1]);
    expect(await whereIs([lost.name, lost.email])).toEqual([]);
  });
});
