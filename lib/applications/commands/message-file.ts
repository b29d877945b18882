import type { Readable } from 'node:stream';
import { fileName } from '@/lib/applications/commands/attach';
import { writeToApplicant, writeToTeam } from '@/lib/applications/commands/messages';
import { filesExaminedBy, ownApplications } from '@/lib/applications/policy';
import { FILE_TYPES } from '@/lib/calls/shape';
import type { Clock } from '@/lib/clock';
import { db } from '@/lib/db';
import { CONTENT_TYPES, fileKind, nameKind } from '@/lib/file-kind';
import { type Result, refuse } from '@/lib/result';
import { openStored, removeStored, type Stored, store, TooLarge } from '@/lib/storage';
import type { Viewer } from '@/lib/viewer';

export const MESSAGE_FILE_BYTES = 10_000_000;
export type MessageFileRefusal = 'not_found' | 'read_only' | 'file_too_big' | 'file_type' | 'empty_file';
type Sent = { applicationId: string; body: string; name: string; bytes: ReadableStream<Uint8Array> | Readable };

/** A message with a file, from whichever side the viewer is on. Nothing is stored for who has no side. */
export async function sendMessageFile(
  viewer: Viewer,
  { applicationId, body, name: given, bytes }: Sent,
  clock: Clock,
): Promise<Result<{ id: string }, MessageFileRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_found');
  const onMyFile = await db.application.count({ where: { AND: [{ id: applicationId }, ownApplications(viewer)] } });
  const onTheirs = await db.application.count({ where: { AND: [{ id: applicationId }, filesExaminedBy(viewer)] } });
  if (onMyFile + onTheirs === 0) return refuse('not_found');
  let stored: Stored;
  try {
    stored = await store(bytes, MESSAGE_FILE_BYTES);
  } catch (error) {
    if (error instanceof TooLarge) return refuse('file_too_big');
    throw error;
  }
  const name = fileName(given);
  const type = stored.size > 0 ? await fileKind(() => openStored(stored.storageKey)) : null;
  const known = type === nameKind(name) && (FILE_TYPES as readonly string[]).includes(type);
  const attached = { ...stored, name, contentType: CONTENT_TYPES[type ?? ''] ?? 'application/octet-stream' };
  const write = onMyFile > 0 ? writeToTeam : writeToApplicant;
  const sent = known
    ? await write(viewer, { applicationId, body, attached }, clock)
    : refuse(stored.size > 0 ? 'file_type' : 'empty_file');
  if (!sent.ok) await removeStored(stored.storageKey);
  return sent;
}
