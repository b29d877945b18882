import { ArchiveReport, type ArchiveState } from '@/lib/applications/archive-report';
import { db } from '@/lib/db';
import { isCoordinator, type Viewer } from '@/lib/viewer';

const SELECT = {
  id: true,
  state: true,
  locale: true,
  filters: true,
  total: true,
  done: true,
  size: true,
  sha256: true,
  report: true,
  createdAt: true,
  finishedAt: true,
} as const;

const shown = <Row extends { state: string; size: bigint; report: unknown }>(row: Row) => ({
  ...row,
  state: row.state as ArchiveState,
  size: Number(row.size),
  report: ArchiveReport.parse(row.report),
});

/** The archives of a call, newest first. */
export async function archivesOf(viewer: Viewer, callId: string) {
  if (!isCoordinator(viewer)) return [];
  const found = await db.archive.findMany({
    where: { callId },
    select: SELECT,
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return found.map(shown);
}
export type ArchiveRow = Awaited<ReturnType<typeof archivesOf>>[number];

/** One archive and its call; null when there is none or the viewer may not see it. */
export async function archiveById(viewer: Viewer, slug: string, id: string) {
  if (!isCoordinator(viewer) || !/^[0-9a-f-]{36}$/i.test(id)) return null;
  const found = await db.archive.findFirst({
    where: { id, call: { slug } },
    select: { ...SELECT, storageKey: true, call: { select: { id: true, slug: true, title: true } } },
  });
  return found && shown(found);
}
