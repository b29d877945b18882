import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { loadItem } from '@/lib/onboarding/commands/items';
import { EVIDENCE } from '@/lib/onboarding/evidence';
import { mayAnswer } from '@/lib/onboarding/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { removeStored } from '@/lib/storage';
import { receive, type Upload, type UploadRefusal } from '@/lib/upload';
import { personId, type Viewer } from '@/lib/viewer';

export type EvidenceRefusal = UploadRefusal | 'not_found' | 'too_many_files';

/** Adds a piece to a line, for those who may answer it: asked before a byte is kept, and again when it is written. */
export async function attachEvidence(
  viewer: Viewer,
  itemId: string,
  upload: Upload,
  clock: Clock,
): Promise<Result<{ id: string }, EvidenceRefusal>> {
  const allowed = await transaction(async (tx) => {
    const item = /^[0-9a-f-]{36}$/i.test(itemId) ? await loadItem(tx, itemId) : null;
    return item && mayAnswer(viewer, item) ? item : null;
  });
  if (!allowed) return refuse('not_found');
  const received = await receive(upload, EVIDENCE);
  if (!received.ok) return received;
  const kept = await transaction(async (tx): Promise<Result<{ id: string }, EvidenceRefusal>> => {
    // One at a time a line: two files at once never pass the limit together.
    await tx.$executeRaw`SELECT id FROM checklist_item WHERE id = ${itemId}::uuid FOR UPDATE`;
    const item = await loadItem(tx, itemId);
    if (!item || !mayAnswer(viewer, item)) return refuse('not_found');
    const owner = { ownerKind: 'checklist_item', ownerId: item.id };
    if ((await tx.storedFile.count({ where: owner })) >= EVIDENCE.most)
      return refuse('too_many_files', { max: EVIDENCE.most });
    const made = await tx.storedFile.create({
      data: { ...received.value, ...owner, uploadedBy: personId(viewer) },
      select: { id: true },
    });
    await tx.checklistItem.updateMany({ where: { id: item.id, touchedAt: null }, data: { touchedAt: clock() } });
    await record(
      tx,
      viewer,
      'checklist_item.evidence_added',
      { kind: 'checklist_item', id: item.id },
      { file: made.id, sha256: received.value.sha256, size: received.value.size },
    );
    return ok(made);
  });
  if (!kept.ok) await removeStored(received.value.storageKey);
  return kept;
}

/** Takes a piece away, bytes included. */
export async function removeEvidence(
  viewer: Viewer,
  input: { id: string; fileId: string },
): Promise<Result<{ id: string }, 'not_found'>> {
  const gone = await transaction(async (tx) => {
    const item = await loadItem(tx, input.id);
    if (!item || !mayAnswer(viewer, item)) return null;
    const where = { id: input.fileId, ownerKind: 'checklist_item', ownerId: item.id };
    const file = await tx.storedFile.findFirst({ where, select: { id: true, storageKey: true } });
    if (!file || (await tx.storedFile.deleteMany({ where })).count === 0) return null;
    await record(
      tx,
      viewer,
      'checklist_item.evidence_removed',
      { kind: 'checklist_item', id: item.id },
      { file: file.id },
    );
    return file;
  });
  if (!gone) return refuse('not_found');
  await removeStored(gone.storageKey);
  return ok({ id: input.id });
}
