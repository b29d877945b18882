import { db } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';
import { type FormDefinition, formDefinition } from '../form';
import { callsManagedBy } from '../policy';

export type FormVersion = { id: string; number: number; definition: FormDefinition };

/** Whether the last edit of a version being prepared may be undone, or its undoing undone; null when there is none. */
export async function lastEdit(viewer: Viewer, versionId: string): Promise<'undo' | 'redo' | null> {
  const version = await db.formVersion.findFirst({
    where: { id: versionId, publishedAt: null, call: callsManagedBy(viewer) },
    select: { previous: true },
  });
  const previous = version?.previous as { undone: boolean } | null | undefined;
  return previous ? (previous.undone ? 'redo' : 'undo') : null;
}

const published = new Map<string, FormVersion>();

/**
 * A version of a form by its id, for who already reads a file that answers it. A published one never changes: it is
 * read and checked once a process, and frozen.
 */
export async function formVersion(_viewer: Viewer, id: string): Promise<FormVersion> {
  const known = published.get(id);
  if (known) return known;
  const row = await db.formVersion.findUniqueOrThrow({
    where: { id },
    select: { id: true, number: true, definition: true, publishedAt: true },
  });
  const version = { id, number: row.number, definition: formDefinition.parse(row.definition) };
  if (!row.publishedAt) return version;
  if (published.size > 200) published.clear();
  published.set(id, frozen(version));
  return version;
}

function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(value);
}
