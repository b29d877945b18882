import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { sweepFiles } from '@/lib/applications/jobs';
import { attachedFile } from '@/lib/applications/queries';
import { formDefinition } from '@/lib/calls/form';
import { db, disconnect } from '@/lib/db';
import { askJoining } from '@/lib/exchange/commands/ask-joining';
import { applyFiles, mapFiles, uploadFiles } from '@/lib/exchange/commands/import-files';
import { joinWaiting } from '@/lib/exchange/jobs/joining';
import { joinedLinks, namedAttachments } from '@/lib/exchange/queries/attachments';
import { filesImport, importableCall, openedImport } from '@/lib/exchange/queries/files';
import { openStored, store } from '@/lib/storage';
import { type PersonViewer, system } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';
import { onDisk } from '@/prisma/test-storage';

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
        { type: 'file', id: 'slides', label: words('Présentation'), types: ['pdf'], max: 1 },
      ],
    },
  ],
});
const clock = () => new Date('2022-04-01T10:00:00Z');
const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('base64');
const named = (filename: string, bytes: Buffer, checksum = md5(bytes)) => ({
  ...{ filename, byteSize: String(bytes.length), checksum },
  url: 'http://169.254.169.254/latest/meta-data',
});
const [pitch, budget, plan, letter] = ['pitch', 'budget', 'plan', 'lettre'].map(pdf) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];

let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;
let importId = '';

function dossier(number: number, change: object = {}) {
  const one = (id: string, label: string, files: object[]) => ({
    ...{ id: btoa(id), __typename: 'PieceJustificativeChamp', label, files },
  });
  return {
    ...{ number, state: 'en_construction', dateDepot: '2022-03-10T10:00:00+01:00' },
    usager: { email: `porteur${number}@exemple.invalid` },
    champs: [
      { id: btoa('Champ-1'), __typename: 'TextChamp', label: 'Nom du projet', stringValue: `Projet ${number}` },
      one('Champ-2', 'Présentation', [named('pitch.pdf', pitch)]),
      one('Champ-3', 'Autres pièces', [
        named('budget.pdf', budget, number === 2 ? '' : undefined),
        named(`plan-${number}.pdf`, plan),
      ]),
    ],
    ...change,
  };
}
const json = (...dossiers: object[]) =>
  JSON.stringify({ data: { demarche: { number: 78, title: 'EIG', dossiers: { nodes: dossiers } } } });

async function bringIn(text: string): Promise<string> {
  const up = await uploadFiles(coordinator, { slug: call.slug, name: 'ds.json', bytes: Readable.from([text]) });
  if (!up.ok) throw new Error(up.reason);
  const ref = { slug: call.slug, importId: up.value.id };
  const importable = (await importableCall(coordinator, call.slug))!;
  const opened = (await openedImport(
    coordinator,
    importable,
    (await filesImport(coordinator, call.slug, ref.importId))!,
  ))!;
  const targets = opened.source.fields.map(({ id }) => opened.map[id] ?? '');
  await mapFiles(coordinator, { ...ref, targets });
  expect(await applyFiles(coordinator, ref, clock)).toMatchObject({ ok: true });
  return ref.importId;
}

async function zipped(entries: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream as unknown as Readable);
}

async function join(name: string, bytes: Buffer, viewer = coordinator) {
  const asked = await ask(name, bytes, viewer);
  if (!asked.ok) return asked;
  await joinWaiting(system('joining'), clock);
  const { joining, report } = (await filesImport(coordinator, call.slug, importId))!;
  return { state: joining?.state, reason: joining?.refused, joined: report.joined };
}
async function ask(name: string, bytes: Buffer, viewer = coordinator) {
  const brought = [{ name, stored: await store(Readable.from([bytes]), 10_000_000) }];
  return askJoining(viewer, { slug: call.slug, importId, brought });
}
const waiting = async () =>
  (await namedAttachments(coordinator, call.id)).filter(({ here }) => !here).map(({ key, name }) => `${key} ${name}`);
const fileOf = async (key: string) =>
  await db.importedFile.findFirstOrThrow({
    where: { callId: call.id, key },
    include: { application: { include: { submissions: true } } },
  });

beforeAll(async () => {
  coordinator = await makeViewer(db, 'coordinator');
  call = await makeCall(db, { form, title: 'Appel repris' });
  importId = await bringIn(json(dossier(1), dossier(2)));
});

describe('attachments of imported files', () => {
  it('are named, and none is fetched from the addresses of the export', async () => {
    expect(await waiting()).toEqual([
      '1 pitch.pdf',
      '1 budget.pdf',
      '1 plan-1.pdf',
      '2 pitch.pdf',
      '2 budget.pdf',
      '2 plan-2.pdf',
    ]);
    expect(onDisk()).toBe(0);
  });

  it('are joined from a ZIP by content, or by name and folder, and what matches nothing is said', async () => {
    const done = await join(
      'pieces.zip',
      await zipped({
        'dossier-1/renommé.pdf': pitch,
        'dossier-2/budget.pdf': budget,
        'dossier-9/inconnu.pdf': letter,
        'dossier-1/faux.pdf': Buffer.from(plan).fill('z', 9),
        '__MACOSX/x': Buffer.from('x'),
      }),
    );
    expect(done).toMatchObject({ state: 'done', joined: { attached: 4, already: 0, extra: 2, refused: 0 } });
    expect(await waiting()).toEqual(['1 plan-1.pdf', '2 plan-2.pdf']);
    const first = await fileOf('1');
    const slides = (first.application.answers as { slides: { id: string; name: string }[] }).slides;
    expect(slides.map(({ name }) => name)).toEqual(['pitch.pdf']);
    // Ours takes the presentation; the rest stays beside, and opens. Each file has bytes of its own.
    expect((await joinedLinks(coordinator, first.applicationId)).map(({ name }) => name)).toEqual([
      'pitch.pdf',
      'budget.pdf',
    ]);
    const kept = await db.storedFile.findMany({
      where: { ownerKind: 'application' },
      select: { storageKey: true, scan: true, sha256: true },
    });
    expect([kept.length, new Set(kept.map(({ storageKey }) => storageKey)).size, onDisk()]).toEqual([4, 4, 4]);
    expect(kept.every(({ scan }) => scan === 'pending')).toBe(true);
    await db.storedFile.updateMany({ data: { scan: 'safe' } });
    const opened = await attachedFile(coordinator, slides[0]?.id ?? '');
    expect((await buffer(openStored(opened?.storageKey ?? ''))).equals(pitch)).toBe(true);
    expect(first.application.submissions.map(({ number, inForce }) => [number, inForce])).toEqual(
      expect.arrayContaining([
        [1, false],
        [2, true],
      ]),
    );
    const report = (await filesImport(coordinator, call.slug, importId))?.report;
    expect(report).toMatchObject({ created: 2, joined: { attached: 4, extra: 2 } });
    expect(report?.joined?.named.map(({ name }) => name)).toContain('dossier-9/inconnu.pdf');
  });

  it('are joined once: again, in part, by a file alone, and kept by the sweep', async () => {
    expect(await join('pieces.zip', await zipped({ 'a.pdf': pitch, 'dossier-2/budget.pdf': budget }))).toMatchObject({
      joined: { attached: 0, already: 2, extra: 0 },
    });
    expect(await join('plan-1.pdf', plan)).toMatchObject({ joined: { attached: 2 } });
    expect(await waiting()).toEqual([]);
    await sweepFiles(system('test'), () => new Date(Date.now() + 2 * 3_600_000));
    expect([await db.storedFile.count({ where: { ownerKind: 'application' } }), onDisk()]).toEqual([6, 6]);
  });

  it('are joined by one lot at a time, begun again after a crash, given up after three, whose bytes go', async () => {
    const before = onDisk();
    expect(await ask('plan-1.pdf', plan)).toMatchObject({ ok: true });
    expect((await filesImport(coordinator, call.slug, importId))?.joining).toMatchObject({
      state: 'waiting',
      percent: 0,
    });
    // Kept by the sweep while it waits; a second lot is refused, and its bytes go.
    await sweepFiles(system('test'), () => new Date(Date.now() + 2 * 3_600_000));
    expect(await ask('plan-2.pdf', plan)).toMatchObject({ reason: 'under_way' });
    expect(onDisk()).toBe(before + 1);
    const crashed = (attempts: number) =>
      db.filesJoining.update({ where: { importId }, data: { state: 'running', attempts, leaseUntil: new Date(0) } });
    await crashed(1);
    expect(await joinWaiting(coordinator, clock)).toBe(0);
    expect(await joinWaiting(system('joining'), clock)).toBe(1);
    const done = await filesImport(coordinator, call.slug, importId);
    expect(done).toMatchObject({ joining: { state: 'done', percent: 100 }, report: { joined: { already: 1 } } });
    await ask('plan-1.pdf', plan);
    await crashed(3);
    expect(await joinWaiting(system('joining'), clock)).toBe(1);
    const gone = await filesImport(coordinator, call.slug, importId);
    expect(gone).toMatchObject({ joining: { state: 'failed' } });
    expect(gone?.report.joined).toBeUndefined();
    expect([onDisk(), await db.filesBrought.count()]).toEqual([before, 0]);
  });

  it('stay where they are when the export is read again, changed there or not', async () => {
    const renamed = dossier(1);
    renamed.champs[0] = { ...renamed.champs[0], stringValue: 'Projet renommé' } as never;
    await bringIn(json(renamed, dossier(2)));
    const first = await fileOf('1');
    expect(first.application.title).toBe('Projet renommé');
    expect((first.application.answers as { slides: { name: string }[] }).slides.map(({ name }) => name)).toEqual([
      'pitch.pdf',
    ]);
    expect(await waiting()).toEqual([]);
    await bringIn(json(renamed, dossier(2)));
    expect((await fileOf('1')).answersDigest).toBe(first.answersDigest);
  });

  it('refuses what is no archive or climbs out of one, bytes that are not what their name says, and everybody else', async () => {
    const before = onDisk();
    await bringIn(
      json(
        dossier(3, {
          champs: [
            dossier(3).champs[0],
            { ...dossier(3).champs[1], files: [named('page.pdf', Buffer.from('<html>'))] },
          ],
        }),
      ),
    );
    expect(await join('page.pdf', Buffer.from('<html>'))).toMatchObject({
      joined: { attached: 0, refused: 1 },
    });
    expect(await join('pieces.zip', Buffer.from('no zip'))).toMatchObject({ reason: 'not_an_archive' });
    const climbing = Buffer.from(
      (await zipped({ 'xx/evil.pdf': pitch })).toString('latin1').replaceAll('xx/evil', '../evil'),
      'latin1',
    );
    expect(await join('pieces.zip', climbing)).toMatchObject({ reason: 'path_outside' });
    for (const role of ['juror', 'coach', 'communication'] as const)
      expect(await join('plan-1.pdf', plan, await makeViewer(db, role))).toMatchObject({ reason: 'not_found' });
    expect(onDisk()).toBe(before);
  });
});
