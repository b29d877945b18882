import type { IntakeFilters } from '@/lib/applications/intake-filters';
import { dossierCount } from '@/lib/applications/queries/dossiers';
import type { Clock } from '@/lib/clock';
import { type Prisma, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, personId, type Viewer } from '@/lib/viewer';

type Where = { id: string; slug: string };

/** Asks for an archive of files; the same one asked for again while it is being made is that one. */
export async function askArchive(
  viewer: Viewer,
  { callId, locale, filters }: { callId: string; locale: string; filters: IntakeFilters },
): Promise<Result<Where, 'not_found' | 'no_files'>> {
  if (!isCoordinator(viewer)) return refuse('not_found');
  const total = await dossierCount(viewer, callId, filters);
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({ where: { id: callId }, select: { slug: true } });
    if (!call) return refuse('not_found');
    if (total === 0) return refuse('no_files');
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`archive:${callId}`}))`;
    const wanted = { ...filters, page: 1, sort: 'received', down: '' } as Prisma.InputJsonObject;
    const same = await tx.archive.findFirst({
      where: { callId, locale, state: { in: ['waiting', 'running'] }, filters: { equals: wanted } },
      select: { id: true },
    });
    if (same) return ok({ id: same.id, slug: call.slug });
    const { id } = await tx.archive.create({
      data: { callId, locale, filters: wanted, total, byId: personId(viewer) },
      select: { id: true },
    });
    await record(tx, viewer, 'archive.asked', { kind: 'call', id: callId }, { archive: id, files: total });
    return ok({ id, slug: call.slug });
  });
}

/** Stops an archive on its way; what was written of it goes. */
export async function stopArchive(
  viewer: Viewer,
  { archiveId }: { archiveId: string },
  clock: Clock,
): Promise<Result<Where, 'not_found' | 'not_under_way'>> {
  if (!isCoordinator(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const archive = await tx.archive.findUnique({
      where: { id: archiveId },
      select: { call: { select: { slug: true } } },
    });
    if (!archive) return refuse('not_found');
    const { count } = await tx.archive.updateMany({
      where: { id: archiveId, state: { in: ['waiting', 'running'] } },
      data: { state: 'stopped', finishedAt: clock() },
    });
    if (count === 0) return refuse('not_under_way');
    await record(tx, viewer, 'archive.stopped', { kind: 'archive', id: archiveId });
    return ok({ id: archiveId, slug: archive.call.slug });
  });
}
