import { db } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

const WAITING = { acceptedAt: null, endedAt: null };

/** The proposal that waits on one of the viewer's own files, if any. */
export async function transferFrom(viewer: Viewer, applicationId: string) {
  if (viewer.kind !== 'person') return null;
  return db.applicationTransfer.findFirst({
    where: { applicationId, ...WAITING, application: { ownerId: viewer.id } },
    select: { id: true, toEmail: true, createdAt: true },
  });
}

/** A file proposed to the viewer's address: what it is and by whom, none of its answers. */
export async function transferTo(viewer: Viewer, id: string) {
  if (viewer.kind !== 'person' || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const found = await db.applicationTransfer.findFirst({
    where: { id, toEmail: viewer.email, ...WAITING },
    select: {
      id: true,
      byId: true,
      createdAt: true,
      application: { select: { title: true, state: true, call: { select: { title: true, slug: true } } } },
    },
  });
  if (!found) return null;
  const by = await db.person.findUnique({ where: { id: found.byId }, select: { name: true } });
  return { ...found, by: by?.name ?? '' };
}

/** Proposals that wait for the viewer's answer. */
export async function transfersTo(viewer: Viewer) {
  if (viewer.kind !== 'person') return [];
  return db.applicationTransfer.findMany({
    where: { toEmail: viewer.email, ...WAITING },
    select: { id: true, application: { select: { title: true, call: { select: { title: true } } } } },
    orderBy: { createdAt: 'asc' },
    take: 20,
  });
}
