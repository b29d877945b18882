import { Readable } from 'node:stream';
import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { removeStored, store, TooLarge } from '@/lib/storage';
import { ATTACHMENTS } from '@/lib/support/attachments';
import { keepAttachment } from '@/lib/support/commands/attachments';
import { LIBRARY_LIMITS, type LibraryLine, type LibrarySources, readLibraryZip } from '@/lib/support/library-zip';
import { mayPublishResource } from '@/lib/support/policy';
import { type Planned, planLibrary, storedImport } from '@/lib/support/queries/library';
import { receive, type Upload } from '@/lib/upload';
import { personId, type Viewer } from '@/lib/viewer';
import type { ZipRefusal } from '@/lib/zip';
import { withStoredCopy } from '@/lib/zip';

export type LibraryReport = {
  created: number;
  updated: number;
  unchanged: number;
  attached: number;
  lines: LibraryLine[];
};
export type LibraryRefusal = 'not_allowed' | 'no_file' | 'nothing_inside' | 'archive_too_heavy' | ZipRefusal['reason'];

/** Keeps an archive for its dry run: what it would do is read from it, by whoever may publish, until it is applied. */
export async function checkLibrary(
  viewer: Viewer,
  upload: Upload,
): Promise<Result<{ fileId: string }, LibraryRefusal>> {
  if (!mayPublishResource(viewer) || viewer.kind !== 'person') return refuse('not_allowed');
  let stored: Awaited<ReturnType<typeof store>>;
  try {
    stored = await store(upload.bytes, LIBRARY_LIMITS.uploadBytes);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('archive_too_heavy');
    throw error;
  }
  const read = await withStoredCopy(stored.storageKey, readLibraryZip);
  const empty = read.ok && read.value.files.length + read.value.attachments.length === 0;
  if (!read.ok || empty) {
    await removeStored(stored.storageKey);
    return read.ok ? refuse('nothing_inside') : refuse(read.refusal.reason, { detail: read.refusal.detail });
  }
  const owner = { ownerKind: 'library_import', ownerId: viewer.id };
  const { made, gone } = await transaction(async (tx) => {
    const before = await tx.storedFile.findMany({ where: owner, select: { id: true, storageKey: true } });
    await tx.storedFile.deleteMany({ where: { id: { in: before.map((one) => one.id) } } });
    const file = await tx.storedFile.create({
      data: {
        ...stored,
        ...owner,
        name: upload.name.slice(-200),
        contentType: 'application/zip',
        uploadedBy: viewer.id,
      },
      select: { id: true },
    });
    await record(tx, viewer, 'library.checked', { kind: 'stored_file', id: file.id }, { sha256: stored.sha256 });
    return { made: file, gone: before };
  });
  for (const { storageKey } of gone) await removeStored(storageKey);
  return ok({ fileId: made.id });
}

/** Does what the dry run said, on the library as it is now; the archive's bytes go once it is done. */
export async function applyLibrary(
  viewer: Viewer,
  input: { fileId: string },
  clock: Clock,
): Promise<Result<LibraryReport, 'not_allowed' | 'not_found'>> {
  if (!mayPublishResource(viewer)) return refuse('not_allowed');
  const stored = await storedImport(viewer, input.fileId);
  if (!stored) return refuse('not_found');
  const read = await withStoredCopy(stored.storageKey, readLibraryZip);
  if (!read.ok) return refuse('not_found');
  const done = await transaction(async (tx): Promise<Result<LibraryReport, 'not_found'>> => {
    // Of two who apply at once, one does.
    if ((await tx.storedFile.deleteMany({ where: { id: input.fileId } })).count === 0) return refuse('not_found');
    return ok(await importFiles(tx, viewer, read.value, clock()));
  });
  if (done.ok) await removeStored(stored.storageKey);
  return done;
}

/** Brings a folder of Markdown in: new resources are published, changed ones get a version, the same again changes nothing. */
export async function importFiles(tx: Tx, viewer: Viewer, sources: LibrarySources, now: Date): Promise<LibraryReport> {
  const plan = await planLibrary(viewer, sources, (text) => tx.$queryRawUnsafe(text));
  for (const one of plan.resources) await write(tx, viewer, one, now);
  for (const { line, slug, name, bytes } of plan.attachments) {
    if (line.act !== 'attached') continue;
    const resource = await tx.resource.findUnique({ where: { slug }, select: { id: true } });
    const received = resource && (await receive({ name, bytes: Readable.from([bytes]) }, ATTACHMENTS));
    if (!resource || !received?.ok) continue;
    const kept = await keepAttachment(tx, viewer, resource.id, received.value);
    if (!kept.ok) await removeStored(received.value.storageKey);
  }
  const lines = plan.lines;
  const count = (act: LibraryLine['act']) => lines.filter((line) => line.act === act).length;
  return {
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    attached: count('attached'),
    lines,
  };
}

async function write(tx: Tx, viewer: Viewer, { slug, form, data, known }: Planned, now: Date): Promise<void> {
  const by = personId(viewer);
  const said = { title: form.title, summary: form.summary, body: form.body, byId: by, at: now };
  if (!known) {
    const versions = { create: { number: 1, ...said } };
    const made = await tx.resource.create({
      data: { ...data, slug, proposedBy: by, ownerId: by, createdAt: now, publishedAt: now, versions },
      select: { id: true },
    });
    await record(tx, viewer, 'resource.imported', { kind: 'resource', id: made.id }, { version: 1 });
  } else if (known.changed.length > 0) {
    const number = known.version + 1;
    const written = await tx.resource.updateMany({
      where: { id: known.id, version: known.version },
      data: { ...data, version: number },
    });
    if (written.count === 0) throw new Error('the library changed while it was imported');
    await tx.resourceVersion.create({ data: { resourceId: known.id, number, ...said } });
    await record(tx, viewer, 'resource.imported', { kind: 'resource', id: known.id }, { version: number });
  }
}
