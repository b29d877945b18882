import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { clockAt } from '@/lib/clock';
import { db, disconnect, transaction } from '@/lib/db';
import { attachToResource, detachFromResource } from '@/lib/support/commands/attachments';
import { applyLibrary, checkLibrary } from '@/lib/support/commands/library';
import { editResource, proposeResource, shelveResource } from '@/lib/support/commands/resources';
import { attachmentsOf, resourceFile } from '@/lib/support/queries/attachments';
import { dryRun, libraryAttachments } from '@/lib/support/queries/library';
import { listResources, possibleFollowers, resourceBySlug, resourceVersion } from '@/lib/support/queries/resources';
import { ResourceForm } from '@/lib/support/schema';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { viewerOf } from '@/prisma/factories/onboarding';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const clock = clockAt('2026-10-01T08:00:00Z');
let coordinator: PersonViewer;
let author: PersonViewer;
let reader: PersonViewer;
beforeAll(async () => {
  [coordinator, author, reader] = await transaction(async (tx) => [
    await viewerOf(tx, 'Camille Coordination', [{ kind: 'coordinator' }]),
    await viewerOf(tx, 'Ava Author', [{ kind: 'applicant' }]),
    await viewerOf(tx, 'Rose Reader', [{ kind: 'juror' }]),
  ]);
  return disconnect;
});

const reason = (done: { ok: boolean; reason?: string }) => (done.ok ? 'ok' : done.reason);
const page = (title: string, body: string) => `---\ntitle: ${title}\nfamilies: [data]\n---\n\n${body}\n`;
const PDF = Buffer.from('%PDF-1.7\n');
async function archive(entries: Record<string, string | Buffer>) {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return { name: 'bibliotheque.zip', bytes: zip.outputStream as Readable };
}
const checked = async (entries: Record<string, string | Buffer>) => {
  const done = await checkLibrary(coordinator, await archive(entries));
  if (!done.ok) throw new Error(done.reason);
  return done.value.fileId;
};

describe('a zipped library', () => {
  const entries = {
    'dossier/convention.md': page('Convention', 'Trois pages suffisent'),
    'dossier/convention/modele.pdf': PDF,
    'dossier/perdu/orphelin.pdf': PDF,
    'dossier/casse.md': 'sans en-tête',
    'dossier/README.md': '# rien',
  };

  it('is read first, and nothing is written', async () => {
    const fileId = await checked(entries);
    const run = await dryRun(coordinator, fileId);
    expect(run?.lines.map((line) => [line.file, line.act])).toEqual([
      ['dossier/casse.md', 'unreadable'],
      ['dossier/convention.md', 'created'],
      ['convention/modele.pdf', 'attached'],
      ['perdu/orphelin.pdf', 'left'],
    ]);
    expect(await db.resource.count()).toBe(0);
    expect(await dryRun(reader, fileId)).toBeNull();
    expect(reason(await applyLibrary(reader, { fileId }, clock))).toBe('not_allowed');
  });

  it('is then applied once, with its files; the same again changes nothing', async () => {
    const fileId = await checked(entries);
    const both = await Promise.all([
      applyLibrary(coordinator, { fileId }, clock),
      applyLibrary(coordinator, { fileId }, clock),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => one.ok)).toMatchObject({ value: { created: 1, updated: 0, attached: 1 } });
    const resource = await resourceBySlug(coordinator, 'convention');
    expect(resource?.publishedAt).not.toBeNull();
    expect(await attachmentsOf(coordinator, resource?.id ?? '')).toMatchObject([{ name: 'modele.pdf' }]);
    const again = await checked(entries);
    expect((await dryRun(coordinator, again))?.lines.map((line) => line.act)).toEqual([
      'unreadable',
      'unchanged',
      'unchanged',
      'left',
    ]);
    const changed = await checked({ 'convention.md': page('Convention', 'Deux pages suffisent') });
    expect((await dryRun(coordinator, changed))?.lines).toMatchObject([{ act: 'updated', detail: ['body'] }]);
    expect(await applyLibrary(coordinator, { fileId: changed }, clock)).toMatchObject({ value: { updated: 1 } });
    const former = await resourceVersion(coordinator, resource?.id ?? '', 1);
    expect(former?.body).toBe('Trois pages suffisent');
  });

  it('is refused when it is not an archive, holds nothing, or comes from someone who does not publish', async () => {
    expect(
      reason(await checkLibrary(coordinator, { name: 'a.zip', bytes: Readable.from([Buffer.from('PK non')]) })),
    ).toBe('not_an_archive');
    expect(reason(await checkLibrary(coordinator, await archive({ 'a.txt': 'x' })))).toBe('nothing_inside');
    expect(reason(await checkLibrary(coordinator, await archive({ 'a.md': Buffer.alloc(3_000_000, 0x20) })))).toBe(
      'bomb',
    );
    expect(reason(await checkLibrary(reader, await archive(entries)))).toBe('not_allowed');
    expect(await db.storedFile.count({ where: { ownerKind: 'library_import', ownerId: reader.id } })).toBe(0);
  });
});

describe('the files of a resource', () => {
  it('follow it: the author’s while it is a proposal, everyone’s once published and scanned', async () => {
    const form = ResourceForm.parse({ title: 'Note de frais', body: 'Le modèle est joint' });
    const made = await proposeResource(author, form, clock);
    if (!made.ok) throw new Error(made.reason);
    const { slug } = made.value;
    const pdf = () => ({ name: 'note.pdf', bytes: Readable.from([PDF]) });
    expect(reason(await attachToResource(reader, slug, pdf()))).toBe('not_found');
    const file = await attachToResource(author, slug, pdf());
    if (!file.ok) throw new Error(file.reason);
    const { id } = file.value;
    expect(await resourceFile(author, id)).not.toBeNull();
    expect(await resourceFile(coordinator, id)).toBeNull();
    await db.storedFile.update({ where: { id }, data: { scan: 'safe' } });
    expect(await resourceFile(coordinator, id)).not.toBeNull();
    expect(await resourceFile(reader, id)).toBeNull();
    await shelveResource(coordinator, { slug, publish: true }, clock);
    expect(await resourceFile(reader, id)).toMatchObject({ name: 'note.pdf' });
    expect(await resourceFile(visitor, id)).toBeNull();
    expect((await libraryAttachments(coordinator)).map((one) => one.name)).toContain(`${slug}/note.pdf`);
    expect(await libraryAttachments(reader)).toEqual([]);
    // Published, it is no longer the author's to change.
    expect(reason(await attachToResource(author, slug, pdf()))).toBe('not_found');
    expect(reason(await detachFromResource(author, { slug, fileId: id }))).toBe('not_found');
    expect(reason(await detachFromResource(coordinator, { slug, fileId: id }))).toBe('ok');
    expect(await resourceFile(reader, id)).toBeNull();
  });
});

describe('a resource', () => {
  it('is followed by someone of the team, and listed fifty at a time', async () => {
    const form = ResourceForm.parse({ title: 'À suivre', body: 'Texte', roles: ['fellow'] });
    const made = await proposeResource(coordinator, form, clock);
    if (!made.ok) throw new Error(made.reason);
    const { slug } = made.value;
    await shelveResource(coordinator, { slug, publish: true }, clock);
    expect((await possibleFollowers(coordinator)).map((one) => one.id)).toEqual([coordinator.id]);
    expect(await possibleFollowers(reader)).toEqual([]);
    const owner = async (ownerId: string, version: number) => {
      await editResource(coordinator, { slug, version, ownerId, ...form }, clock);
      return (await resourceBySlug(coordinator, slug))?.ownerId;
    };
    expect(await owner('nobody', 1)).toBeNull();
    expect(await owner(reader.id, 2)).toBeNull();
    expect(await owner(coordinator.id, 3)).toBe(coordinator.id);
    const titles = Array.from({ length: 55 }, (_, index) => `Page ${String(index).padStart(2, '0')}`);
    await db.resource.createMany({
      data: titles.map((title, index) => ({
        slug: `p-${index}`,
        title,
        publishedAt: clock(),
        searchText: 'page',
        roles: ['coach'],
      })),
    });
    const first = await listResources(reader, { q: 'page' });
    expect([first.length, first[0]?.total]).toEqual([50, 56]);
    expect(await listResources(reader, { q: 'page' }, 2)).toHaveLength(6);
    expect((await listResources(reader, { role: 'fellow' })).map((one) => one.slug).sort()).toContain(slug);
    expect((await listResources(reader, { role: 'fellow', q: 'page 01' })).length).toBe(0);
  });
});
