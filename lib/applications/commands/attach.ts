import type { Readable } from 'node:stream';
import { type SaveRefusal, saveAnswers } from '@/lib/applications/commands/save';
import { isWritable } from '@/lib/applications/policy';
import { myApplication } from '@/lib/applications/queries';
import type { Answers, StoredFile } from '@/lib/calls/answers';
import type { FieldOf } from '@/lib/calls/form';
import { visibleText } from '@/lib/calls/lines';
import { findField } from '@/lib/calls/shape';
import { accepts } from '@/lib/calls/states';
import { db, transaction } from '@/lib/db';
import { CONTENT_TYPES, fileKind, nameKind } from '@/lib/file-kind';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { PersonViewer, Viewer } from '@/lib/viewer';

export type AttachRefusal = SaveRefusal | 'file_too_big' | 'file_type' | 'too_many_files' | 'empty_file';
type Upload = { applicationId: string; field: string; name: string; bytes: ReadableStream<Uint8Array> | Readable };

/**
 * Streams a file into a draft. Refused before a byte is kept when the viewer, the clock or the question do not allow
 * it; afterwards when its bytes are not what its name and the question say. Counts as received when it began.
 */
export async function attachFile(
  viewer: Viewer,
  upload: Upload,
  receivedAt: Date,
): Promise<Result<{ id: string }, AttachRefusal>> {
  const allowed = await mayAttach(viewer, upload, receivedAt);
  if (!allowed.ok) return allowed;
  const { field, person } = allowed.value;
  let stored: Stored;
  try {
    stored = await store(upload.bytes, field.maxBytes);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('file_too_big', { max: Math.round(field.maxBytes / 1_000_000) });
    throw error;
  }
  return keepFile(person, upload.applicationId, field, upload.name, stored, receivedAt);
}

/** The question a file would answer, when this viewer may answer it now and it has room. */
export async function mayAttach(
  viewer: Viewer,
  at: { applicationId: string; field: string },
  receivedAt: Date,
): Promise<Result<{ person: PersonViewer; field: FieldOf<'file'> }, AttachRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const file = await myApplication(viewer, at.applicationId);
  const field = file && findField(file.form.definition, at.field);
  if (!file || field?.type !== 'file') return refuse('not_found');
  if (file.right === 'view') return refuse('read_only');
  if (!isWritable(file.state)) return refuse('not_writable');
  if (!accepts(file.call, receivedAt)) return refuse('call_closed');
  if (((file.answers[field.id] as StoredFile[] | undefined)?.length ?? 0) >= field.max)
    return refuse('too_many_files', { max: field.max });
  return ok({ person: viewer, field });
}

/** A name without path nor invisible characters, its extension kept. */
export const fileName = (given: string): string => visibleText(given).replace(/[/\\]/g, '_').slice(-200);

/** Attaches bytes that are already stored, or refuses them and removes them. */
export async function keepFile(
  viewer: PersonViewer,
  applicationId: string,
  field: FieldOf<'file'>,
  name: string,
  stored: Stored,
  receivedAt: Date,
): Promise<Result<{ id: string }, AttachRefusal>> {
  const kept = await keep(viewer, applicationId, field, fileName(name), stored, receivedAt);
  if (!kept.ok) await removeStored(stored.storageKey);
  return kept;
}

async function keep(
  viewer: PersonViewer,
  applicationId: string,
  field: FieldOf<'file'>,
  name: string,
  stored: Stored,
  now: Date,
): Promise<Result<{ id: string }, AttachRefusal>> {
  if (stored.size === 0) return refuse('empty_file');
  const type = await fileKind(() => openStored(stored.storageKey));
  const types = field.types.map((one) => one.toUpperCase()).join(', ');
  if (!type || type !== nameKind(name) || !(field.types as string[]).includes(type))
    return refuse('file_type', { types });
  const row = await transaction(async (tx) => {
    const made = await tx.storedFile.create({
      data: {
        ...stored,
        name,
        contentType: CONTENT_TYPES[type] ?? 'application/octet-stream',
        ownerKind: 'application',
        ownerId: applicationId,
        uploadedBy: viewer.id,
      },
      select: { id: true },
    });
    await record(
      tx,
      viewer,
      'application.file_attached',
      { kind: 'application', id: applicationId },
      { file: made.id, sha256: stored.sha256, size: stored.size },
    );
    return made;
  });
  const added: StoredFile = { id: row.id, name, size: stored.size, type };
  const change = (_: unknown, answers: Answers) => {
    const before = (answers[field.id] as StoredFile[] | undefined) ?? [];
    return { fields: [field], base: answers, mine: { [field.id]: [...before, added] } };
  };
  const saved = await saveAnswers(viewer, applicationId, change, now);
  if (saved.ok) return ok(row);
  await db.storedFile.deleteMany({ where: { id: row.id } });
  return saved;
}
