import { callsManagedBy, callsVisibleTo } from '@/lib/calls/policy';
import { READABLE_BY_OTHERS } from '@/lib/calls/scan';
import { db } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

/** The specification document of a call, for those who see the call: found clean, or not scanned where nothing scans. */
export async function specification(viewer: Viewer, slug: string) {
  const call = await db.call.findFirst({
    where: { AND: [{ slug }, callsVisibleTo(viewer)] },
    select: { specificationId: true },
  });
  if (!call?.specificationId) return null;
  return db.storedFile.findFirst({
    where: { id: call.specificationId, ownerKind: 'call', scan: { in: [...READABLE_BY_OTHERS] } },
    select: { storageKey: true, name: true, contentType: true, size: true },
  });
}

/** The same for those who prepare the call, whatever its scan says. */
export async function specificationState(viewer: Viewer, slug: string) {
  const call = await db.call.findFirst({
    where: { AND: [{ slug }, callsManagedBy(viewer)] },
    select: { specificationId: true },
  });
  if (!call?.specificationId) return null;
  return db.storedFile.findUnique({
    where: { id: call.specificationId },
    select: { name: true, size: true, scan: true },
  });
}

/** Who moved the deadline of a call, by name: for those who run it. */
export async function moversOf(viewer: Viewer, callId: string): Promise<Record<string, string>> {
  const moves = await db.callExtension.findMany({
    where: { call: { AND: [{ id: callId }, callsManagedBy(viewer)] } },
    select: { id: true, byId: true },
  });
  const people = await db.person.findMany({
    where: { id: { in: moves.map((one) => one.byId) } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(moves.map((one) => [one.id, people.find(({ id }) => id === one.byId)?.name ?? '']));
}
