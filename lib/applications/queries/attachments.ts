import { filesExaminedBy, filesGivenTo, ownApplications } from '@/lib/applications/policy';
import type { ScanState } from '@/lib/calls/scan';
import { db } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

/** The field of files sent with a message. No question of a form can be called so: identifiers are letters and digits. */
export const MESSAGE_FILE = '#message';

export type PendingUpload = { id: string; field: string; name: string; size: number; received: number };

/** What is known of each file attached to an application, by file, for those who may read it. */
export async function fileScans(viewer: Viewer, applicationId: string): Promise<Record<string, ScanState>> {
  const visible = await db.application.count({
    where: {
      AND: [{ id: applicationId }, { OR: [ownApplications(viewer), filesExaminedBy(viewer), filesGivenTo(viewer)] }],
    },
  });
  if (visible === 0) return {};
  const files = await db.storedFile.findMany({
    where: { ownerKind: 'application', ownerId: applicationId },
    select: { id: true, scan: true },
    take: 500,
  });
  return Object.fromEntries(files.map((one) => [one.id, one.scan]));
}

/** The digest of each file attached to one of the viewer's applications: what a receipt says was received. */
export async function fileDigests(viewer: Viewer, applicationId: string) {
  return db.storedFile.findMany({
    where: {
      ownerKind: 'application',
      ownerId: applicationId,
      AND: (await db.application.count({ where: { AND: [{ id: applicationId }, ownApplications(viewer)] } }))
        ? {}
        : { id: { in: [] } },
    },
    select: { id: true, name: true, size: true, sha256: true },
    orderBy: { createdAt: 'asc' },
    take: 500,
  });
}

/** Uploads of the viewer to a draft, or to one of its corrections, that stopped on the way and can be taken up again. */
export async function pendingUploads(
  viewer: Viewer,
  applicationId: string,
  correctionId: string | null = null,
): Promise<PendingUpload[]> {
  if (viewer.kind !== 'person') return [];
  return db.upload.findMany({
    where: {
      applicationId,
      correctionId,
      field: { not: MESSAGE_FILE },
      uploadedBy: viewer.id,
      fileId: null,
      received: { gt: 0 },
      application: ownApplications(viewer),
    },
    select: { id: true, field: true, name: true, size: true, received: true },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  });
}

/** The file the viewer was sending with a message about an application, from either side, when it stopped on the way. */
export async function pendingMessageFile(viewer: Viewer, applicationId: string): Promise<PendingUpload | null> {
  if (viewer.kind !== 'person') return null;
  return db.upload.findFirst({
    where: {
      applicationId,
      field: MESSAGE_FILE,
      uploadedBy: viewer.id,
      fileId: null,
      received: { gt: 0 },
      application: { OR: [ownApplications(viewer), filesExaminedBy(viewer)] },
    },
    select: { id: true, field: true, name: true, size: true, received: true },
    orderBy: { updatedAt: 'desc' },
  });
}
