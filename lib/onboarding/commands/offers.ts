import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { alignLines } from '@/lib/onboarding/commands/lists';
import { linesOf, type Seat } from '@/lib/onboarding/lines';
import { type Change, changesBetween, withChange } from '@/lib/onboarding/offers';
import { mayManage } from '@/lib/onboarding/policy';
import { ChecklistDefinition } from '@/lib/onboarding/schema';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

export type OfferRefusal = 'not_found' | 'stale';
type Answer = { checklistId: string; templateId: string; version: number; accepted: boolean };

/** Takes or leaves one change of a newer template; `key` is the change's, or null for all that are still open. */
export async function decideOffer(
  viewer: Viewer,
  input: Answer & { key: string | null },
  clock: Clock,
): Promise<Result<{ decided: number }, OfferRefusal>> {
  return transaction(async (tx) => {
    const list = await tx.checklist.findUnique({
      where: { id: input.checklistId },
      select: {
        id: true,
        version: true,
        templateKey: true,
        definition: true,
        challengeId: true,
        challenge: { select: { cohortId: true } },
      },
    });
    if (!list || !mayManage(viewer, { challengeId: list.challengeId, cohortId: list.challenge.cohortId }))
      return refuse('not_found');
    const newest = await tx.checklistTemplate.findFirst({
      where: { key: list.templateKey, publishedAt: { not: null } },
      orderBy: { number: 'desc' },
      select: { id: true, definition: true },
    });
    // A newer version came out while the page was open: what was read is no longer what is offered.
    if (!newest || newest.id !== input.templateId || list.version !== input.version) return refuse('stale');
    const mine = ChecklistDefinition.parse(list.definition);
    const theirs = ChecklistDefinition.parse(newest.definition);
    const settled = await tx.checklistOfferChoice.findMany({
      where: { checklistId: list.id, templateId: newest.id },
      select: { itemKey: true },
    });
    const open = changesBetween(mine, theirs).filter((one) => !settled.some((done) => done.itemKey === one.key));
    const chosen = input.key === null ? open : open.filter((one) => one.key === input.key);
    if (chosen.length === 0) return refuse('not_found');
    const definition = input.accepted ? chosen.reduce((made, one) => withChange(made, theirs, one.key), mine) : mine;
    const { count } = await tx.checklist.updateMany({
      where: { id: list.id, version: input.version },
      data: {
        definition: definition as object,
        version: { increment: 1 },
        ...(chosen.length === open.length ? { templateId: newest.id } : {}),
      },
    });
    if (count === 0) return refuse('stale');
    await tx.checklistOfferChoice.createMany({
      data: chosen.map((one) => ({
        checklistId: list.id,
        templateId: newest.id,
        itemKey: one.key,
        accepted: input.accepted,
        byId: personId(viewer),
        at: clock(),
      })),
    });
    if (input.accepted) {
      await alignLines(tx, list.id);
      await retireLines(tx, list.id, definition, chosen, clock());
    }
    await record(
      tx,
      viewer,
      input.accepted ? 'checklist.change_taken' : 'checklist.change_left',
      { kind: 'checklist', id: list.id },
      { template: newest.id, items: chosen.map((one) => one.key) },
    );
    return ok({ decided: chosen.length });
  });
}

/**
 * Lines that the changes no longer ask for leave the list and keep their answers: those of removed items and of items
 * that became one per fellow (or per challenge). An answered line of a fellow whose profile is no longer named stays.
 */
async function retireLines(
  tx: Tx,
  checklistId: string,
  definition: ChecklistDefinition,
  changes: Change[],
  now: Date,
): Promise<void> {
  const keys = changes.filter((one) => one.what === 'item' && one.before).map((one) => one.key);
  if (keys.length === 0) return;
  const items = await tx.checklistItem.findMany({
    where: { checklistId, itemKey: { in: keys }, retiredAt: null },
    select: {
      id: true,
      itemKey: true,
      positionId: true,
      touchedAt: true,
      seat: { select: { id: true, profile: true } },
    },
  });
  const seats: Seat[] = [...new Map(items.flatMap(({ seat }) => (seat ? [[seat.id, seat]] : []))).values()].map(
    (seat) => ({ ...seat, arrivesOn: null, leavesOn: null }),
  );
  const wanted = linesOf(definition, seats, { arrivesOn: null, leavesOn: null });
  const gone = items.filter((item) => {
    const same = wanted.filter((line) => line.itemKey === item.itemKey);
    if (same.some((line) => line.positionId === item.positionId)) return false;
    const sameKind = same.some((line) => (line.positionId === null) === (item.positionId === null));
    return !(item.touchedAt && sameKind);
  });
  await tx.checklistItem.updateMany({ where: { id: { in: gone.map((item) => item.id) } }, data: { retiredAt: now } });
}
