import type { Readable } from 'node:stream';
import { callsManagedBy } from '@/lib/calls/policy';
import { db, transaction } from '@/lib/db';
import { CONTENT_TYPES, fileKind, nameKind } from '@/lib/file-kind';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import { personId, type Viewer } from '@/lib/viewer';

export const SPECIFICATION_TYPES = ['pdf', 'odt', 'docx'] as const;
const MOST_BYTES = 20_000_000;

export type SpecificationRefusal = 'not_found' | 'no_document' | 'document_too_big' | 'document_type';

/** Puts the specification document of a call, in place of the one before; its readers are those of the call's page. */
export async function setSpecification(
  viewer: Viewer,
  given: { slug: string; name: string; bytes: Readable },
): Promise<Result<{ slug: string }, SpecificationRefusal>> {
  const where = { AND: [{ slug: given.slug }, callsManagedBy(viewer)] };
  if (!(await db.call.count({ where }))) return refuse('not_found');
  let stored: Stored;
  try {
    stored = await store(given.bytes, MOST_BYTES);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('document_too_big', { max: MOST_BYTES / 1_000_000 });
    throw error;
  }
  const name = given.name.replace(/^.*[/\\]/, '').slice(-200);
  const type = stored.size > 0 ? await fileKind(() => openStored(stored.storageKey)) : null;
  if (!type || type !== nameKind(name) || !(SPECIFICATION_TYPES as readonly string[]).includes(type)) {
    await removeStored(stored.storageKey);
    return stored.size === 0 ? refuse('no_document') : refuse('document_type');
  }
  const before = await transaction(async (tx) => {
    const call = await tx.call.findFirst({ where, select: { id: true, specificationId: true } });
    if (!call) return null;
    const contentType = CONTENT_TYPES[type] ?? 'application/octet-stream';
    const made = await tx.storedFile.create({
      data: { ...stored, name, contentType, ownerKind: 'call', ownerId: call.id, uploadedBy: personId(viewer) },
      select: { id: true },
    });
    await tx.call.update({ where: { id: call.id }, data: { specificationId: made.id } });
    const old = call.specificationId
      ? await tx.storedFile.findUnique({ where: { id: call.specificationId }, select: { storageKey: true } })
      : null;
    if (call.specificationId) await tx.storedFile.deleteMany({ where: { id: call.specificationId } });
    const what = { file: made.id, sha256: stored.sha256 };
    await record(tx, viewer, 'call.specification_set', { kind: 'call', id: call.id }, what);
    return { key: old?.storageKey };
  });
  if (!before) await removeStored(stored.storageKey);
  else if (before.key) await removeStored(before.key);
  return before ? ok({ slug: given.slug }) : refuse('not_found');
}
