import { type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { removeStored } from '@/lib/storage';
import { ATTACHMENTS } from '@/lib/support/attachments';
import { mayPublishResource } from '@/lib/support/policy';
import { type Received, receive, type Upload, type UploadRefusal } from '@/lib/upload';
import { personId, type Viewer } from '@/lib/viewer';

type Refused = UploadRefusal | 'not_found' | 'too_many_files';

/** The resource this viewer may change: the team always, its author while it is a proposal. */
async function editable(tx: Tx, viewer: Viewer, slug: string): Promise<{ id: string } | null> {
  const row = await tx.resource.findUnique({
    where: { slug },
    select: { id: true, proposedBy: true, publishedAt: true },
  });
  const mine = row && !row.publishedAt && row.proposedBy !== null && row.proposedBy === personId(viewer);
  return row && (mayPublishResource(viewer) || mine) ? row : null;
}

/** Adds a file to a resource: asked before a byte is kept, and again when it is written. */
export async function attachToResource(
  viewer: Viewer,
  slug: string,
  upload: Upload,
): Promise<Result<{ id: string }, Refused>> {
  if (!(await transaction((tx) => editable(tx, viewer, slug)))) return refuse('not_found');
  const received = await receive(upload, ATTACHMENTS);
  if (!received.ok) return received;
  const kept = await transaction(async (tx): Promise<Result<{ id: string }, Refused>> => {
    await tx.$executeRaw`SELECT id FROM resource WHERE slug = ${slug} FOR UPDATE`;
    const row = await editable(tx, viewer, slug);
    return row ? keepAttachment(tx, viewer, row.id, received.value) : refuse('not_found');
  });
  if (!kept.ok) await removeStored(received.value.storageKey);
  return kept;
}

export async function keepAttachment(
  tx: Tx,
  viewer: Viewer,
  resourceId: string,
  file: Received,
): Promise<Result<{ id: string }, 'too_many_files'>> {
  const owner = { ownerKind: 'resource', ownerId: resourceId };
  if ((await tx.storedFile.count({ where: owner })) >= ATTACHMENTS.most)
    return refuse('too_many_files', { max: ATTACHMENTS.most });
  const made = await tx.storedFile.create({
    data: { ...file, ...owner, uploadedBy: personId(viewer) },
    select: { id: true },
  });
  await record(
    tx,
    viewer,
    'resource.file_attached',
    { kind: 'resource', id: resourceId },
    { file: made.id, sha256: file.sha256, size: file.size },
  );
  return ok(made);
}

export async function detachFromResource(
  viewer: Viewer,
  input: { slug: string; fileId: string },
): Promise<Result<{ slug: string }, 'not_found'>> {
  const gone = await transaction(async (tx) => {
    const row = await editable(tx, viewer, input.slug);
    if (!row) return null;
    const where = { id: input.fileId, ownerKind: 'resource', ownerId: row.id };
    const file = await tx.storedFile.findFirst({ where, select: { id: true, storageKey: true } });
    if (!file || (await tx.storedFile.deleteMany({ where })).count === 0) return null;
    await record(tx, viewer, 'resource.file_removed', { kind: 'resource', id: row.id }, { file: file.id });
    return file;
  });
  if (!gone) return refuse('not_found');
  await removeStored(gone.storageKey);
  return ok({ slug: input.slug });
}
