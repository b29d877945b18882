import { callsManagedBy } from '@/lib/calls/policy';
import { db } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

export type RetentionLine = { id: string; before: number; after: number; reason: string; by: string; at: Date };

/** Each time a call's files were said to be kept for longer or shorter, newest first: for those who run it. */
export async function retentionChanges(viewer: Viewer, callId: string): Promise<RetentionLine[]> {
  const found = await db.retentionChange.findMany({
    where: { call: { AND: [{ id: callId }, callsManagedBy(viewer)] } },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  const people = await db.person.findMany({
    where: { id: { in: found.map(({ byId }) => byId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return found.map(({ id, before, after, reason, byId, createdAt }) => ({
    ...{ id, before, after, reason },
    by: nameOf.get(byId) ?? '',
    at: createdAt,
  }));
}
