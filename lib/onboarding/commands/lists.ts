import type { Clock } from '@/lib/clock';
import { fromDay, toDay } from '@/lib/dates';
import { type Tx, transaction } from '@/lib/db';
import { linesOf } from '@/lib/onboarding/lines';
import { mayManage } from '@/lib/onboarding/policy';
import { ChecklistDefinition, inLanguage } from '@/lib/onboarding/schema';
import { providedTemplates } from '@/lib/onboarding/templates';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, type Viewer } from '@/lib/viewer';

/** Loads version 1 of each provided template that the programme does not have yet. */
export async function loadProvidedTemplates(tx: Tx, viewer: Viewer, now: Date): Promise<void> {
  const keys = providedTemplates.map((template) => template.key);
  const known = await tx.checklistTemplate.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const missing = providedTemplates.filter((template) => !known.some((one) => one.key === template.key));
  if (missing.length === 0) return;
  const made = await tx.checklistTemplate.createManyAndReturn({
    data: missing.map(({ key, definition }) => ({
      key,
      number: 1,
      name: inLanguage(definition.title, 'fr'),
      definition,
      publishedAt: now,
    })),
    skipDuplicates: true,
    select: { id: true, key: true },
  });
  for (const template of made)
    await record(
      tx,
      viewer,
      'checklist_template.published',
      { kind: 'checklist_template', id: template.id },
      { number: 1 },
    );
}

/** Gives a challenge its own copy of the newest version of a template. Once: a second call changes nothing. */
export async function startChecklist(
  viewer: Viewer,
  input: { challengeId: string; templateKey: string },
  clock: Clock,
): Promise<Result<{ id: string; created: boolean }, 'not_found' | 'not_allowed'>> {
  if (!isCoordinator(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    await loadProvidedTemplates(tx, viewer, clock());
    return giveChecklist(tx, viewer, input);
  });
}

export async function giveChecklist(
  tx: Tx,
  viewer: Viewer,
  input: { challengeId: string; templateKey: string },
): Promise<Result<{ id: string; created: boolean }, 'not_found'>> {
  const template = await tx.checklistTemplate.findFirst({
    where: { key: input.templateKey, publishedAt: { not: null } },
    orderBy: { number: 'desc' },
    select: { id: true, definition: true },
  });
  const challenge = await tx.challenge.findUnique({ where: { id: input.challengeId }, select: { id: true } });
  if (!template || !challenge) return refuse('not_found');
  const [made] = await tx.checklist.createManyAndReturn({
    data: [{ ...input, templateId: template.id, definition: template.definition as object }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!made) {
    const existing = await tx.checklist.findFirstOrThrow({ where: input, select: { id: true } });
    return ok({ id: existing.id, created: false });
  }
  await alignLines(tx, made.id);
  await record(
    tx,
    viewer,
    'checklist.started',
    { kind: 'checklist', id: made.id },
    { challenge: input.challengeId, template: template.id },
  );
  return ok({ id: made.id, created: true });
}

/** What lines depend on, as SQL over `l` (checklist) and `h` (cohort): compared with what they were last made for. */
export const ALIGNMENT = `md5(concat_ws('|', l.version, l.arrives_on, h.starts_on, h.ends_on,
  (SELECT string_agg(concat_ws(',', p.id, p.profile, p.arrives_on, p.leaves_on), ';' ORDER BY p.id) FROM "position" p WHERE p.challenge_id = l.challenge_id)))`;

/**
 * Makes the lines that are missing (a fellow has arrived, the template has a new item) and moves due days to follow
 * the arrival and the departure. Never touches an answer. Returns how many lines were added or moved.
 */
export async function alignLines(tx: Tx, checklistId: string): Promise<number> {
  const list = await tx.checklist.findUniqueOrThrow({
    where: { id: checklistId },
    select: {
      definition: true,
      arrivesOn: true,
      challenge: {
        select: {
          cohort: { select: { startsOn: true, endsOn: true } },
          positions: { select: { id: true, profile: true, arrivesOn: true, leavesOn: true } },
        },
      },
    },
  });
  const { positions, cohort } = list.challenge;
  const day = (date: Date | null) => (date ? toDay(date) : null);
  const seats = positions.map((seat) => ({ ...seat, arrivesOn: day(seat.arrivesOn), leavesOn: day(seat.leavesOn) }));
  const first = seats.flatMap((seat) => seat.arrivesOn ?? []).sort()[0];
  const last = seats
    .flatMap((seat) => seat.leavesOn ?? [])
    .sort()
    .at(-1);
  const lines = linesOf(ChecklistDefinition.parse(list.definition), seats, {
    arrivesOn: day(list.arrivesOn) ?? first ?? day(cohort.startsOn),
    leavesOn: last ?? day(cohort.endsOn),
  });
  const added = await tx.checklistItem.createMany({
    data: lines.map((line) => ({ ...line, checklistId, dueOn: line.dueOn ? fromDay(line.dueOn) : null })),
    skipDuplicates: true,
  });
  const moved = await tx.$executeRaw`
    UPDATE checklist_item i SET due_on = l.due_on, position = l.position, section_key = l.section_key,
      doer = l.doer, blocking = l.blocking, counts = l.counts, retired_at = NULL
    FROM jsonb_to_recordset(${JSON.stringify(lines.map(asColumns))}::jsonb)
      AS l(item_key text, section_key text, position_id uuid, due_on date, position int, doer text, blocking boolean, counts boolean)
    WHERE i.checklist_id = ${checklistId}::uuid AND i.item_key = l.item_key AND i.position_id IS NOT DISTINCT FROM l.position_id
      AND (i.due_on, i.position, i.section_key, i.doer, i.blocking, i.counts, i.retired_at)
        IS DISTINCT FROM (l.due_on, l.position, l.section_key, l.doer, l.blocking, l.counts, NULL::timestamptz)`;
  await tx.$executeRawUnsafe(
    `UPDATE checklist SET aligned_for = (SELECT ${ALIGNMENT} FROM checklist l JOIN challenge c ON c.id = l.challenge_id
       JOIN cohort h ON h.id = c.cohort_id WHERE l.id = checklist.id) WHERE id = $1::uuid`,
    checklistId,
  );
  return added.count + moved;
}

const asColumns = (line: ReturnType<typeof linesOf>[number]) => ({
  item_key: line.itemKey,
  section_key: line.sectionKey,
  position_id: line.positionId,
  due_on: line.dueOn,
  position: line.position,
  doer: line.doer,
  blocking: line.blocking,
  counts: line.counts,
});

/** Moves the day everything is counted from. */
export async function moveArrival(
  viewer: Viewer,
  input: { checklistId: string; arrivesOn: string },
): Promise<Result<{ moved: number }, 'not_found'>> {
  return transaction(async (tx) => {
    const list = await tx.checklist.findUnique({
      where: { id: input.checklistId },
      select: { challengeId: true, challenge: { select: { cohortId: true } } },
    });
    if (!list || !mayManage(viewer, { challengeId: list.challengeId, cohortId: list.challenge.cohortId }))
      return refuse('not_found');
    await tx.checklist.update({ where: { id: input.checklistId }, data: { arrivesOn: fromDay(input.arrivesOn) } });
    const moved = await alignLines(tx, input.checklistId);
    await record(
      tx,
      viewer,
      'checklist.arrival_moved',
      { kind: 'checklist', id: input.checklistId },
      { day: input.arrivesOn },
    );
    return ok({ moved });
  });
}
