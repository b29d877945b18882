import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { askArchive, stopArchive } from '@/lib/applications/commands/archive';
import { IntakeFilters } from '@/lib/applications/intake-filters';
import { expireArchives, makeArchives } from '@/lib/applications/jobs/archive';
import { archiveById, archivesOf } from '@/lib/applications/queries/archives';
import { dossierOf } from '@/lib/applications/queries/dossiers';
import { formDefinition } from '@/lib/calls/form';
import { db, disconnect } from '@/lib/db';
import { openStored, store } from '@/lib/storage';
import { type PersonViewer, system } from '@/lib/viewer';
import { makeCall } from '@/prisma/factories/calls';
import { makePerson, makeViewer } from '@/prisma/factories/people';
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
        { type: 'shortText', id: 'name', label: words('Nom') },
        { type: 'file', id: 'slides', label: words('Présentation'), max: 5 },
      ],
    },
  ],
});
const job = system('archives');
const clock = () => new Date('2022-04-01T10:00:00Z');
const every = IntakeFilters.parse({});
let call: Awaited<ReturnType<typeof makeCall>>;
let coordinator: PersonViewer;
const files: string[] = [];

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return found;
}

beforeAll(async () => {
  coordinator = await makeViewer(db, 'coordinator');
  call = await makeCall(db, { form, title: 'Appel archivé' });
  const owner = await makePerson(db);
  for (const [index, title] of ['Marées: hautes/basses', '../../évasion', 'Troisième'].entries()) {
    const { id } = await db.application.create({
      data: {
        callId: call.id,
        formVersionId: call.formVersionId,
        ownerId: owner.id,
        state: 'submitted',
        title,
        reference: `A-${index + 1}`,
        submittedAt: clock(),
      },
    });
    files.push(id);
    const slides = [];
    if (index === 0) {
      for (const [name, scan] of [
        ['pitch.pdf', 'safe'],
        ['pitch.pdf', 'unscanned'],
        ['virus.pdf', 'infected'],
        ['attente.pdf', 'pending'],
      ] as const) {
        const stored = await store(Readable.from([`octets de ${name} ${scan}`]), 1_000);
        const row = await db.storedFile.create({
          data: { ...stored, name, contentType: 'application/pdf', scan, ownerKind: 'application', ownerId: id },
        });
        slides.push({ id: row.id, name, size: stored.size, type: 'pdf' });
      }
      slides.push({ id: 'gone', name: 'disparu.pdf', size: 1, type: 'pdf' });
    }
    const answers = { name: title, slides };
    await db.application.update({ where: { id }, data: { answers } });
    await db.submission.create({
      data: {
        applicationId: id,
        number: 1,
        formVersionId: call.formVersionId,
        answers,
        digest: '',
        idempotencyKey: id,
        receivedAt: clock(),
        byId: owner.id,
      },
    });
  }
});

const ask = async (filters = every) => {
  const asked = await askArchive(coordinator, { callId: call.id, locale: 'fr', filters });
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value.id;
};

describe('the archive of a call', () => {
  it('holds a folder a file, its PDF and the attachments that may be read, the tables, and says what it leaves out', async () => {
    const id = await ask();
    expect(await makeArchives(job, clock)).toBe(1);
    const archive = await archiveById(coordinator, call.slug, id);
    expect(archive).toMatchObject({ state: 'done', done: 3, total: 3, report: { files: 3, attachments: 2, left: 3 } });
    const told = await db.outboxMessage.findMany({ where: { aboutKind: 'archive', aboutId: id } });
    expect(told.map(({ to, template }) => [to, template])).toEqual([[coordinator.email, 'archive-done']]);
    expect(told[0]?.text).toContain(`/admin/calls/${call.slug}/archives/${id}`);
    expect(told[0]?.text).toMatch(/3 dossiers.*\n+3 pièces jointes n’ont pas pu y être mises/);
    const bytes = await buffer(openStored(archive!.storageKey!));
    expect(bytes.length).toBe(archive!.size);
    const entries = await unzip(bytes);
    const first = 'A-1 Marées hautes basses';
    expect([...entries.keys()]).toEqual(
      expect.arrayContaining([
        `${first}/A-1.pdf`,
        `${first}/pièces jointes/Présentation/pitch.pdf`,
        `${first}/pièces jointes/Présentation/pitch (2).pdf`,
        `${first}/pièces laissées de côté.txt`,
        'A-3 Troisième/A-3.pdf',
        'index.csv',
        'donnees-ouvertes.csv',
        'dossiers.json',
      ]),
    );
    expect([...entries.keys()].some((name) => name.includes('..') || name.includes('virus'))).toBe(false);
    const pdf = entries.get(`${first}/A-1.pdf`)?.toString('latin1') ?? '';
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('pdfuaid');
    expect(entries.get(`${first}/pièces jointes/Présentation/pitch (2).pdf`)?.toString()).toBe(
      'octets de pitch.pdf unscanned',
    );
    expect(entries.get(`${first}/pièces laissées de côté.txt`)?.toString()).toContain(
      'virus.pdf : l’analyse antivirus',
    );
    expect(JSON.parse(entries.get('dossiers.json')?.toString() ?? '').files).toHaveLength(3);
    expect(entries.get('index.csv')?.toString()).toContain('A-2');
  });

  it('follows the filters, and is one when asked twice', async () => {
    const only = IntakeFilters.parse({ q: 'Troisième' });
    const id = await ask(only);
    expect(await ask(only)).toBe(id);
    await makeArchives(job, clock);
    expect((await archiveById(coordinator, call.slug, id))?.report.files).toBe(1);
    expect(
      await askArchive(coordinator, { callId: call.id, locale: 'fr', filters: IntakeFilters.parse({ q: 'aucun' }) }),
    ).toMatchObject({
      reason: 'no_files',
    });
  });

  it('can be stopped, is begun again after a crash, and given up after three', async () => {
    const stopped = await ask();
    expect(await stopArchive(coordinator, { archiveId: stopped }, clock)).toMatchObject({ ok: true });
    expect(await makeArchives(job, clock)).toBe(0);
    expect(await stopArchive(coordinator, { archiveId: stopped }, clock)).toMatchObject({ reason: 'not_under_way' });

    const crashed = await ask();
    await db.archive.update({
      where: { id: crashed },
      data: { state: 'running', attempts: 1, done: 2, leaseUntil: new Date(Date.now() + 60_000) },
    });
    expect(await makeArchives(job, clock)).toBe(0);
    await db.archive.update({ where: { id: crashed }, data: { leaseUntil: new Date(0) } });
    expect(await makeArchives(job, clock)).toBe(1);
    expect(await archiveById(coordinator, call.slug, crashed)).toMatchObject({ state: 'done', done: 3 });

    const doomed = await ask();
    await db.archive.update({ where: { id: doomed }, data: { attempts: 3 } });
    expect(await makeArchives(job, clock)).toBe(0);
    expect(await archiveById(coordinator, call.slug, doomed)).toMatchObject({ state: 'failed' });
  });

  it('fails whole when an attachment’s bytes cannot be read: half an archive is never offered', async () => {
    const row = await db.storedFile.findFirstOrThrow({ where: { scan: 'safe' } });
    await db.storedFile.update({ where: { id: row.id }, data: { storageKey: `00/${'0'.repeat(62)}` } });
    const id = await ask();
    expect(await makeArchives(job, clock)).toBe(0);
    expect(await archiveById(coordinator, call.slug, id)).toMatchObject({ state: 'failed', storageKey: null });
    const told = await db.outboxMessage.findMany({ where: { aboutId: id }, select: { template: true } });
    expect(told).toEqual([{ template: 'archive-failed' }]);
    await db.storedFile.update({ where: { id: row.id }, data: { storageKey: row.storageKey } });
  });

  it('loses its bytes after a week and keeps its report', async () => {
    const before = await db.archive.count({ where: { state: 'done' } });
    expect(await expireArchives(job, () => new Date('2022-04-07T10:00:00Z'))).toBe(0);
    expect(await expireArchives(job, () => new Date('2022-04-09T10:00:00Z'))).toBe(before);
    const [one] = await archivesOf(coordinator, call.id);
    expect(one).toBeDefined();
    expect(await db.archive.count({ where: { storageKey: { not: null } } })).toBe(0);
  });

  it('is the coordination’s alone', async () => {
    const id = await ask();
    for (const viewer of [await makeViewer(db, 'juror'), await makeViewer(db, 'coach')]) {
      expect(await askArchive(viewer, { callId: call.id, locale: 'fr', filters: every })).toMatchObject({
        reason: 'not_found',
      });
      expect(await archiveById(viewer, call.slug, id)).toBeNull();
      expect(await archivesOf(viewer, call.id)).toEqual([]);
      expect(await dossierOf(viewer, files[0]!)).toBeNull();
    }
    expect(await makeArchives(coordinator, clock)).toBe(0);
  });
});

it('reads a file under the version of the form it was sent with', async () => {
  const file = await dossierOf(coordinator, files[0]!);
  expect(file?.attachments.map(({ name, scan }) => [name, scan])).toEqual([
    ['pitch.pdf', 'safe'],
    ['pitch.pdf', 'unscanned'],
    ['virus.pdf', 'infected'],
    ['attente.pdf', 'pending'],
    ['disparu.pdf', 'missing'],
  ]);
  expect(
    await text(openStored((await db.storedFile.findFirstOrThrow({ where: { scan: 'safe' } })).storageKey)),
  ).toContain('octets');
});
