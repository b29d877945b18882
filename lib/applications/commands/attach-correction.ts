import type { Readable } from 'node:stream';
import { fileName } from '@/lib/applications/commands/attach';
import { isOpen, startOf } from '@/lib/applications/corrections';
import { ownApplications, rightOn } from '@/lib/applications/policy';
import type { Answers, StoredFile } from '@/lib/calls/answers';
import { type FieldOf, formDefinition } from '@/lib/calls/form';
import { findField } from '@/lib/calls/shape';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { CONTENT_TYPES, fileKind, nameKind } from '@/lib/file-kind';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { PersonViewer, Viewer } from '@/lib/viewer';

export type CorrectionFileRefusal =
  | 'not_found'
  | 'correction_closed'
  | 'correction_late'
  | 'read_only'
  | 'file_too_big'
  | 'file_type'
  | 'too_many_files'
  | 'empty_file';
type Upload = { correctionId: string; field: string; name: string; bytes: ReadableStream<Uint8Array> | Readable };
type Kept = { applicationId: string; id: string };
type Asked = { person: PersonViewer; field: FieldOf<'file'>; applicationId: string };

/** Adds a file to a question of an open correction. Refused before a byte is kept when it may not be; sent with the rest. */
export async function attachToCorrection(
  viewer: Viewer,
  { correctionId, field: fieldId, name: given, bytes }: Upload,
  receivedAt: Date,
): Promise<Result<Kept, CorrectionFileRefusal>> {
  const may = await mayCorrect(viewer, correctionId, fieldId, receivedAt);
  if (!may.ok) return may;
  const { person } = may.value;
  let stored: Stored;
  try {
    stored = await store(bytes, may.value.field.maxBytes);
  } catch (error) {
    if (error instanceof TooLarge)
      return refuse('file_too_big', { max: Math.round(may.value.field.maxBytes / 1_000_000) });
    throw error;
  }
  return keepInCorrection(person, { correctionId, fieldId, name: given, stored }, receivedAt);
}

/** The question of a correction a file would answer, when this viewer may answer it now and it has room. */
export async function mayCorrect(
  viewer: Viewer,
  correctionId: string,
  fieldId: string,
  receivedAt: Date,
): Promise<Result<Asked, CorrectionFileRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const may = await transaction((tx) => place(tx, viewer, correctionId, fieldId, receivedAt));
  if (!may.ok) return may;
  const { field, applicationId } = may.value;
  return ok({ person: viewer, field, applicationId });
}

/** Adds bytes that are already stored, or refuses them and removes them. */
export async function keepInCorrection(
  viewer: PersonViewer,
  file: Bytes,
  receivedAt: Date,
): Promise<Result<Kept, CorrectionFileRefusal>> {
  const kept = await keep(viewer, { ...file, name: fileName(file.name) }, receivedAt);
  if (!kept.ok) await removeStored(file.stored.storageKey);
  return kept;
}

/** The question the file would answer, when it may be answered now and has room. Locks the correction until commit. */
async function place(tx: Tx, viewer: PersonViewer, correctionId: string, fieldId: string, now: Date) {
  await tx.$executeRaw`SELECT id FROM correction WHERE id = ${correctionId}::uuid FOR UPDATE`;
  const found = await tx.correction.findFirst({
    where: { id: correctionId, application: ownApplications(viewer) },
    select: {
      state: true,
      dueAt: true,
      fieldIds: true,
      answers: true,
      version: true,
      application: {
        select: {
          id: true,
          state: true,
          ownerId: true,
          members: { select: { email: true, right: true } },
          call: { select: { graceSeconds: true, resultsPublishedAt: true } },
          submissions: { where: { inForce: true }, select: { answers: true, formVersionId: true } },
        },
      },
    },
  });
  const sent = found?.application.submissions[0];
  if (!found || !sent || !found.fieldIds.includes(fieldId)) return refuse('not_found');
  const { application } = found;
  if (rightOn(viewer, application) === 'view') return refuse('read_only');
  if (found.state !== 'open' || application.state === 'withdrawn' || application.call.resultsPublishedAt)
    return refuse('correction_closed');
  if (!isOpen(found, application.call.graceSeconds, now)) return refuse('correction_late');
  const version = await tx.formVersion.findUniqueOrThrow({
    where: { id: sent.formVersionId },
    select: { definition: true },
  });
  const field = findField(formDefinition.parse(version.definition), fieldId);
  if (field?.type !== 'file') return refuse('not_found');
  const start = startOf(found, sent.answers as Answers);
  const files = (start[fieldId] as StoredFile[] | undefined) ?? [];
  if (files.length >= field.max) return refuse('too_many_files', { max: field.max });
  return ok({ field: field as FieldOf<'file'>, start, files, applicationId: application.id });
}

type Bytes = { correctionId: string; fieldId: string; name: string; stored: Stored };

async function keep(
  viewer: PersonViewer,
  { correctionId, fieldId, name, stored }: Bytes,
  now: Date,
): Promise<Result<Kept, CorrectionFileRefusal>> {
  if (stored.size === 0) return refuse('empty_file');
  const type = await fileKind(() => openStored(stored.storageKey));
  return transaction(async (tx) => {
    const may = await place(tx, viewer, correctionId, fieldId, now);
    if (!may.ok) return may;
    const { field, start, files, applicationId } = may.value;
    const types = field.types.map((one) => one.toUpperCase()).join(', ');
    if (!type || type !== nameKind(name) || !(field.types as string[]).includes(type))
      return refuse('file_type', { types });
    const contentType = CONTENT_TYPES[type] ?? 'application/octet-stream';
    const data = {
      ...stored,
      name,
      contentType,
      ownerKind: 'application',
      ownerId: applicationId,
      uploadedBy: viewer.id,
    };
    const { id } = await tx.storedFile.create({ data, select: { id: true } });
    const answers = { ...start, [fieldId]: [...files, { id, name, size: stored.size, type }] };
    await tx.correction.update({
      where: { id: correctionId },
      data: { answers: answers as Prisma.InputJsonValue, version: { increment: 1 } },
    });
    const told = { correction: correctionId, file: id, sha256: stored.sha256, size: stored.size };
    await record(tx, viewer, 'application.file_attached', { kind: 'application', id: applicationId }, told);
    return ok({ applicationId, id });
  });
}
