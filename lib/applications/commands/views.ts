import { IntakeFilters, intakeQuery } from '@/lib/applications/intake-filters';
import { transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, type Viewer } from '@/lib/viewer';

const MOST_VIEWS = 50;
export type ViewRefusal = 'not_allowed' | 'too_many_views' | 'not_found';

/** Keeps the board's filters under a name, for oneself or for the team. The same name again replaces it. */
export async function saveView(
  viewer: Viewer,
  { name, query, shared }: { name: string; query: string; shared: boolean },
): Promise<Result<{ id: string; query: string }, ViewRefusal>> {
  if (viewer.kind !== 'person' || !isCoordinator(viewer)) return refuse('not_allowed');
  const ownerId = viewer.id;
  // Only what the board understands is kept, in its own order.
  const kept = intakeQuery(IntakeFilters.parse(Object.fromEntries(new URLSearchParams(query)))).toString();
  return transaction(async (tx) => {
    const others = await tx.savedView.count({ where: { ownerId, NOT: { name } } });
    if (others >= MOST_VIEWS) return refuse('too_many_views');
    const view = await tx.savedView.upsert({
      where: { ownerId_name: { ownerId, name } },
      create: { ownerId, name, query: kept, shared },
      update: { query: kept, shared },
      select: { id: true },
    });
    await record(tx, viewer, 'view.saved', { kind: 'view', id: view.id }, { shared });
    return ok({ id: view.id, query: kept });
  });
}

/** Removes one's own view. */
export async function removeView(viewer: Viewer, { viewId }: { viewId: string }): Promise<Result<null, ViewRefusal>> {
  if (viewer.kind !== 'person' || !isCoordinator(viewer)) return refuse('not_allowed');
  const ownerId = viewer.id;
  return transaction(async (tx) => {
    const { count } = await tx.savedView.deleteMany({ where: { id: viewId, ownerId } });
    if (count === 0) return refuse('not_found');
    await record(tx, viewer, 'view.removed', { kind: 'view', id: viewId });
    return ok(null);
  });
}
