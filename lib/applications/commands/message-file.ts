import type { Readable } from 'node:stream';
import { fileName } from '@/lib/applications/commands/attach';
import { writeToApplicant, writeToTeam } from '@/lib/applications/commands/messages';
import { filesExaminedBy, ownApplications, rightOn } from '@/lib/applications/policy';
import { MESSAGE_FILE } from '@/lib/applications/queries/attachments';
import { MESSAGE_FILE_BYTES } from '@/lib/applications/schema';
import { FILE_TYPES } from '@/lib/calls/shape';
import type { Clock } from '@/lib/clock';
import { db } from '@/lib/db';
import { CONTENT_TYPES, fileKind, nameKind } from '@/lib/file-kind';
import { ok, type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { PersonViewer, Viewer } from '@/lib/viewer';

/** What a message takes, as a question of a form would. */
export const ANY_FILE = { id: MESSAGE_FILE, types: [...FILE_TYPES], maxBytes: MESSAGE_FILE_BYTES };
export type MessageFileRefusal = 'not_found' | 'read_only' | 'file_too_big' | 'file_type' | 'empty_file';
type Sent = { applicationId: string; body: string; name: string; bytes: ReadableStream<Uint8Array> | Readable };
type Side = { person: PersonViewer; write: typeof writeToTeam };

/** A message with a file, from whichever side the viewer is on. Nothing is stored for who has no side. */
export async function sendMessageFile(
  viewer: Viewer,
  { bytes, ...words }: Sent,
  clock: Clock,
): Promise<Result<{ id: string; fileId: string | null }, MessageFileRefusal>> {
  const may = await mayWrite(viewer, words.applicationId);
  if (!may.ok) return may;
  let stored: Stored;
  try {
    stored = await store(bytes, MESSAGE_FILE_BYTES);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('file_too_big');
    throw error;
  }
  return keepWithMessage(may.value.person, { ...words, stored, write: may.value.write }, clock);
}

/** The side of a file's messages this viewer writes from: those who made it, or those who examine it. */
export async function mayWrite(
  viewer: Viewer,
  applicationId: string,
): Promise<Result<Side, 'not_found' | 'read_only'>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const mine = await db.application.findFirst({
    where: { AND: [{ id: applicationId }, ownApplications(viewer)] },
    select: { reference: true, ownerId: true, members: { select: { email: true, right: true } } },
  });
  if (mine) {
    if (mine.reference === null) return refuse('not_found');
    return rightOn(viewer, mine) === 'view' ? refuse('read_only') : ok({ person: viewer, write: writeToTeam });
  }
  const theirs = await db.application.count({ where: { AND: [{ id: applicationId }, filesExaminedBy(viewer)] } });
  return theirs === 0 ? refuse('not_found') : ok({ person: viewer, write: writeToApplicant });
}

/** Sends bytes that are already stored with their message, or refuses them and removes them. */
export async function keepWithMessage(
  viewer: PersonViewer,
  given: { applicationId: string; body: string; name: string; stored: Stored; write: Side['write'] },
  clock: Clock,
): Promise<Result<{ id: string; fileId: string | null }, MessageFileRefusal>> {
  const { applicationId, body, stored, write } = given;
  const name = fileName(given.name);
  const type = stored.size > 0 ? await fileKind(() => openStored(stored.storageKey)) : null;
  const known = type === nameKind(name) && (FILE_TYPES as readonly string[]).includes(type);
  const attached = { ...stored, name, contentType: CONTENT_TYPES[type ?? ''] ?? 'application/octet-stream' };
  const sent = known
    ? await write(viewer, { applicationId, body, attached }, clock)
    : refuse(stored.size > 0 ? 'file_type' : 'empty_file');
  if (!sent.ok) await removeStored(stored.storageKey);
  return sent;
}
