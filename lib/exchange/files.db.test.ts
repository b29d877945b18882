import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { intakeFile, intakeRows } from '@/lib/applications/queries/intake';
import { formDefinition } from '@/lib/calls/form';
import { db, disconnect } from '@/lib/db';
import { applyFiles, discardFiles, mapFiles, uploadFiles } from '@/lib/exchange/commands/import-files';
import { filesImport, filesImports, importableCall, importedRest, openedImport } from '@/lib/exchange/queries/files';
import { verifyLedger } from '@/lib/ledger';
import type { PersonViewer } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

const words = (fr: string) => ({ fr, en: fr });
const form = formDefinition.parse({
  sections: [
    {
      id: 'project',
      title: words('Projet'),
      fields: [
        { type: 'shortText', id: 'projectName', label: words('Nom du projet'), required: true },
        { type: 'organisation', id: 'operator', label: words('Porteur') },
        { type: 'number', id: 'fellowCount', label: words('Nombre d’EIG') },
        { type: 'yesNo', id: 'coFunding', label: words('Cofinancement') },
      ],
    },
  ],
});
const clock = () => new Date('2022-04-01T10:00:00Z');
let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;

beforeAll(async () => {
  coordinator = await makeViewer(db, 'coordinator');
  call = await makeCall(db, { form, title: 'Appel repris' });
  await makeOrganisation(db, { name: 'Direction des phares' });
});

async function bring(text: string | Buffer, name = 'dossiers.csv', viewer = coordinator) {
  return uploadFiles(viewer, { slug: call.slug, name, bytes: Readable.from([Buffer.from(text)]) });
}

async function mapped(text: string, name?: string) {
  const up = await bring(text, name);
  if (!up.ok) throw new Error(up.reason);
  const importId = up.value.id;
  const importable = (await importableCall(coordinator, call.slug))!;
  const opened = (await openedImport(coordinator, importable, (await filesImport(coordinator, call.slug, importId))!))!;
  const targets = opened.source.fields.map(({ id }) => opened.map[id] ?? '');
  const checked = await mapFiles(coordinator, { slug: call.slug, importId, targets });
  if (!checked.ok) throw new Error(checked.reason);
  return { importId, opened, report: (await filesImport(coordinator, call.slug, importId))!.report };
}
const apply = (importId: string) => applyFiles(coordinator, { slug: call.slug, importId }, clock);

const table = (second = 'Deux') =>
  `\uFEFFRéférence;Courriel;Reçu le;État;Étiquettes;Nom du projet;Porteur;Nombre d’EIG;Cofinancement;Couleur\r\n` +
  `T-1;aude@exemple.invalid;18/03/2022 23:59;Recevable;"mer, côte";Marées;Direction des phares;2;oui;bleu\r\n` +
  `T-2;aude@exemple.invalid;17/03/2022;Déposé;;${second};Mairie inconnue;plusieurs;;\r\n` +
  `T-3;;16/03/2022;;;Trois;;;non;\r\n`;

describe('a table of files', () => {
  it('is read, mapped and reported before anything is written, then written whole', async () => {
    const { importId, report, opened } = await mapped(table());
    expect(opened.remembered).toBe(false);
    expect(report).toMatchObject({ created: 3, updated: 0, unchanged: 0, refused: 0 });
    expect(report.named.map(({ key, reason }) => [key, reason])).toEqual(
      expect.arrayContaining([
        ['T-2', 'not_a_number'],
        ['T-3', 'no_owner'],
      ]),
    );
    expect(await db.application.count({ where: { callId: call.id } })).toBe(0);
    expect(await apply(importId)).toMatchObject({ ok: true, value: { created: 3, updated: 0 } });

    const files = await intakeRows(coordinator, call.id, IntakeFilters.parse({ sort: 'title' }));
    expect(files.map(({ title, state }) => [title, state]).sort()).toEqual([
      ['Deux', 'submitted'],
      ['Marées', 'eligible'],
      ['Trois', 'submitted'],
    ]);
    const tides = files.find(({ title }) => title === 'Marées')!;
    expect(tides).toMatchObject({ labels: ['mer', 'côte'], organisation: 'Direction des phares', coFunding: true });
    expect(tides.submittedAt?.toISOString()).toBe('2022-03-18T22:59:00.000Z');
    const file = await intakeFile(coordinator, tides.id);
    expect(file?.submissions[0]).toMatchObject({ number: 1, answers: { projectName: 'Marées', fellowCount: 2 } });
    expect(file?.decisions[0]).toMatchObject({ before: 'submitted', after: 'eligible' });
    const stored = await db.application.findUniqueOrThrow({
      where: { id: tides.id },
      select: { organisation: true, ownerId: true },
    });
    expect(stored.organisation?.name).toBe('Direction des phares');
    const owner = await db.person.findUniqueOrThrow({ where: { email: 'aude@exemple.invalid' } });
    expect(stored.ownerId).toBe(owner.id);
    expect((await importedRest(coordinator, tides.id))?.rest.map(({ label, value }) => [label, value])).toEqual([
      ['Couleur', 'bleu'],
    ]);
    const second = files.find(({ title }) => title === 'Deux')!;
    expect((await importedRest(coordinator, second.id))?.rest).toContainEqual(
      expect.objectContaining({ label: 'Nombre d’EIG', value: 'plusieurs', why: 'not_a_number' }),
    );
    expect(await db.outboxMessage.count()).toBe(0);
  });

  it('changes nothing the second time, and remembers its mapping', async () => {
    const { importId, report, opened } = await mapped(table());
    expect(opened.remembered).toBe(true);
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: 0 });
    const before = await db.application.findMany({ where: { callId: call.id }, orderBy: { id: 'asc' } });
    expect(await apply(importId)).toMatchObject({ ok: true, value: { created: 0, updated: 0 } });
    expect(await db.application.findMany({ where: { callId: call.id }, orderBy: { id: 'asc' } })).toEqual(before);
    expect(await db.submission.count({ where: { application: { callId: call.id } } })).toBe(3);
  });

  it('brings up to date what changed there as a new version, never what changed here', async () => {
    const { importId } = await mapped(table('Deux, corrigé'));
    expect(await apply(importId)).toMatchObject({ ok: true, value: { created: 0, updated: 1 } });
    const file = await db.application.findFirstOrThrow({
      where: { title: 'Deux, corrigé' },
      include: { submissions: { orderBy: { number: 'asc' } } },
    });
    expect(file.submissions.map(({ number, inForce }) => [number, inForce])).toEqual([
      [1, false],
      [2, true],
    ]);
    await db.application.update({ where: { id: file.id }, data: { answers: { projectName: 'Repris ici' } } });
    const again = await mapped(table('Deux, encore'));
    expect(again.report).toMatchObject({ updated: 0, unchanged: 3 });
    expect(again.report.named).toContainEqual(expect.objectContaining({ key: 'T-2', reason: 'edited_here' }));
    await discardFiles(coordinator, { slug: call.slug, importId: again.importId });
  });

  it('is applied once, by one of two people, and only once it was checked', async () => {
    const up = await bring(table());
    if (!up.ok) throw new Error(up.reason);
    expect(await apply(up.value.id)).toMatchObject({ reason: 'not_checked' });
    const { importId } = await mapped(`${table()}T-4;;;;;Quatre;;;;\r\n`);
    const both = await Promise.all([apply(importId), apply(importId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.application.count({ where: { title: 'Quatre' } })).toBe(1);
    expect(await discardFiles(coordinator, { slug: call.slug, importId })).toMatchObject({ reason: 'already_applied' });
  });

  it('refuses a mapping without numbers, or with two columns for one place, and keeps nothing of what cannot be read', async () => {
    const up = await bring('A;B\n1;2\n');
    if (!up.ok) throw new Error(up.reason);
    const say = (targets: string[]) => mapFiles(coordinator, { slug: call.slug, importId: up.value.id, targets });
    expect(await say(['projectName', ''])).toMatchObject({ reason: 'no_key' });
    expect(await say(['projectName', 'projectName'])).toMatchObject({ reason: 'twice', detail: { field: 'B' } });
    expect(await say(['@key', 'nothing'])).toMatchObject({ reason: 'unknown_place' });
    const before = await db.filesImport.count();
    for (const [text, reason] of [
      ['', 'empty'],
      ['{"data":', 'not_json'],
      ['{"a":1}', 'not_demarches'],
      ['a;b\n"x', 'not_csv'],
      ['seule\n1', 'one_column'],
      [Buffer.alloc(30_000_001, 'a'), 'too_large'],
    ] as const)
      expect(await bring(text as string), reason).toMatchObject({ ok: false, reason });
    expect(await db.filesImport.count()).toBe(before);
  });
});

describe('an export of Démarches simplifiées', () => {
  const dossier = (number: number, name: string, change: object = {}) => ({
    number,
    state: 'accepte',
    motivation: 'Très bon projet',
    dateDepot: '2022-03-10T10:00:00+01:00',
    usager: { email: 'luc@exemple.invalid' },
    champs: [
      { id: btoa('Champ-1'), __typename: 'TextChamp', label: 'Nom du projet', stringValue: name },
      {
        id: btoa('Champ-2'),
        __typename: 'PieceJustificativeChamp',
        label: 'Pièce',
        files: [{ filename: 'a.pdf', byteSize: 3, url: `https://x.invalid/${Math.random()}`, checksum: 'c' }],
      },
    ],
    annotations: [{ id: btoa('Champ-9'), __typename: 'TextChamp', label: 'Note', stringValue: 'Solide' }],
    ...change,
  });
  const json = (...dossiers: object[]) =>
    JSON.stringify({ data: { demarche: { number: 77, title: 'EIG', dossiers: { nodes: dossiers } } } });

  it('keeps annotations, state, reason, date and files’ names; again, with other addresses of files, nothing changes', async () => {
    const first = await mapped(
      json(dossier(1, 'Un'), dossier(2, 'Deux du DS', { state: 'en_construction' })),
      'ds.json',
    );
    expect(first.report).toMatchObject({ created: 2 });
    expect(await apply(first.importId)).toMatchObject({ ok: true });
    const file = await db.application.findFirstOrThrow({ where: { title: 'Un' }, include: { decisions: true } });
    expect(file).toMatchObject({ state: 'eligible', decisions: [{ reason: 'Très bon projet' }] });
    const rest = await importedRest(coordinator, file.id);
    expect(rest).toMatchObject({ kind: 'demarches', key: '1' });
    expect(rest?.rest.map(({ label }) => label)).toEqual(expect.arrayContaining(['Note', 'Pièce', 'state']));
    const second = await mapped(
      json(dossier(1, 'Un'), dossier(2, 'Deux du DS', { state: 'en_construction' })),
      'ds.json',
    );
    expect(second.opened.remembered).toBe(true);
    expect(second.report).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it('follows a decision taken there on a file nobody decided of here', async () => {
    const { importId, report } = await mapped(
      json(dossier(1, 'Un'), dossier(2, 'Deux du DS', { state: 'refuse', motivation: 'Hors champ' })),
    );
    expect(report).toMatchObject({ updated: 1, unchanged: 1 });
    await apply(importId);
    const file = await db.application.findFirstOrThrow({
      where: { title: 'Deux du DS' },
      include: { decisions: true, submissions: true },
    });
    expect(file).toMatchObject({ state: 'ineligible', decisions: [{ after: 'ineligible', reason: 'Hors champ' }] });
    expect(file.submissions).toHaveLength(1);
  });
});

it('belongs to the coordination, and every act is in the chain', async () => {
  const juror = await makeViewer(db, 'juror');
  expect(await bring(table(), 'x.csv', juror)).toMatchObject({ reason: 'not_found' });
  const [run] = await filesImports(coordinator, call.id);
  expect(await filesImports(juror, call.id)).toEqual([]);
  expect(await filesImport(juror, call.slug, run!.id)).toBeNull();
  expect(await importableCall(juror, call.slug)).toBeNull();
  expect(await mapFiles(juror, { slug: call.slug, importId: run!.id, targets: [] })).toMatchObject({
    reason: 'not_found',
  });
  expect(await applyFiles(juror, { slug: call.slug, importId: run!.id }, clock)).toMatchObject({ reason: 'not_found' });
  expect(await discardFiles(juror, { slug: call.slug, importId: run!.id })).toMatchObject({ reason: 'not_found' });
  expect(await verifyLedger()).not.toHaveProperty('broken');
});
