import type { Clock } from '@/lib/clock';
import { rows, type Tx, transaction } from '@/lib/db';
import { type Grid, type GridInput, isBlank, missingIn, readGrid } from '@/lib/jury/grid';
import { jurorIdOf, openTo, runsJury, seatedOn } from '@/lib/jury/policy';
import type { Rubric } from '@/lib/jury/schema';
import { isClosed } from '@/lib/jury/states';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** `version` is that of the review the juror had before their eyes; 0 when there was none. */
export type ReviewInput = { assignmentId: string; version: number; grid: GridInput };
export type Saved = { version: number; savedAt: Date };
export type SaveRefusal = 'not_found' | 'closed' | 'already_sent' | 'changed_meanwhile';
export type SendRefusal = 'not_found' | 'closed' | 'incomplete' | 'changed_meanwhile';

type Open = {
  id: string;
  stage_id: string;
  rubric: Rubric;
  closed_at: Date | null;
  closes_at: Date | null;
  frozen_at: Date | null;
  version: number;
};

const OPEN = `SELECT ra.id, ra.stage_id, s.rubric, s.closed_at, s.closes_at, s.frozen_at, s.version FROM review_assignment ra
  JOIN stage s ON s.id = ra.stage_id JOIN application a ON a.id = ra.application_id WHERE ra.id = $1::uuid AND`;

/** The assignment if the viewer may write on it now; a coordinator may for a juror (paper grids), never in conflict. */
async function openAssignment(viewer: Viewer, tx: Tx, id: string, paper: boolean): Promise<Open | undefined> {
  const forJuror = `${seatedOn('s.call_id', 'ra.juror_id::text')} AND NOT EXISTS (
    SELECT 1 FROM jury_conflicts(ARRAY[ra.juror_id], ARRAY[a.id])) AND $2::text IS NOT NULL`;
  const [open] = await tx.$queryRawUnsafe<Open[]>(`${OPEN} ${paper ? forJuror : openTo('$2')}`, id, jurorIdOf(viewer));
  return open;
}

/** The first mark freezes the rubric it was made by; false when the rubric changed under the juror's eyes. */
async function freeze(tx: Tx, open: Open, now: Date): Promise<boolean> {
  if (open.frozen_at) return true;
  await tx.stage.updateMany({
    where: { id: open.stage_id, frozenAt: null, version: open.version },
    data: { frozenAt: now },
  });
  const stage = await tx.stage.findUnique({ where: { id: open.stage_id }, select: { version: true, frozenAt: true } });
  return stage?.version === open.version && stage.frozenAt !== null;
}

const columns = (grid: Grid) => ({ ...grid, marks: grid.marks, comments: grid.comments });

/** A paper grid holds no private note: the juror's own stays as it was. */
const paperColumns = ({ privateNote: _, ...grid }: Grid) => grid;

/** Keeps what a juror typed, as often as it changes; nobody else sees it before it is sent. */
export async function saveDraft(viewer: Viewer, input: ReviewInput, clock: Clock): Promise<Result<Saved, SaveRefusal>> {
  return input.version > 0 ? saveAgain(viewer, input, clock) : saveFirst(viewer, input, clock);
}

/** A draft that exists is one row written over its own version: two statements, no event, thousands of times a day. */
async function saveAgain(viewer: Viewer, input: ReviewInput, clock: Clock): Promise<Result<Saved, SaveRefusal>> {
  const [open] = await rows<Open>(`${OPEN} ${openTo('$2')}`, [input.assignmentId, jurorIdOf(viewer)]);
  if (!open) return refuse('not_found');
  if (isClosed(open, clock())) return refuse('closed');
  const { marks, comments, comment, privateNote, verdict, rank, favourite, abstained } = readGrid(
    open.rubric,
    input.grid,
  );
  const [written] = await rows<{ version: number }>(
    `UPDATE review SET marks = $3, comments = $4, comment = $5, private_note = $6, verdict = $7, rank = $8, favourite = $9,
       abstained = $10, version = version + 1, updated_at = now()
     WHERE assignment_id = $1 AND version = $2 AND sent_at IS NULL RETURNING version`,
    [open.id, input.version, marks, comments, comment, privateNote, verdict, rank, favourite, abstained],
  );
  if (written) return ok({ version: written.version, savedAt: clock() });
  const [now] = await rows<{ sent: boolean }>(
    'SELECT sent_at IS NOT NULL AS sent FROM review WHERE assignment_id = $1',
    [open.id],
  );
  return refuse(now?.sent ? 'already_sent' : 'changed_meanwhile');
}

async function saveFirst(viewer: Viewer, input: ReviewInput, clock: Clock): Promise<Result<Saved, SaveRefusal>> {
  return transaction(async (tx) => {
    const open = await openAssignment(viewer, tx, input.assignmentId, false);
    if (!open) return refuse('not_found');
    if (isClosed(open, clock())) return refuse('closed');
    const grid = readGrid(open.rubric, input.grid);
    if (isBlank(grid)) return ok({ version: 0, savedAt: clock() });
    if (!(await freeze(tx, open, clock()))) return refuse('changed_meanwhile');
    const { count } = await tx.review.createMany({
      data: [{ assignmentId: open.id, ...columns(grid) }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const now = await tx.review.findUnique({ where: { assignmentId: open.id }, select: { sentAt: true } });
      return refuse(now?.sentAt ? 'already_sent' : 'changed_meanwhile');
    }
    // Only the first draft is an event: one row a keystroke would bury the record.
    await record(tx, viewer, 'review.started', { kind: 'review_assignment', id: open.id });
    return ok({ version: 1, savedAt: clock() });
  });
}

/**
 * Sends a review, or amends a sent one until the stage closes; what it said before is kept. The first one sent
 * freezes the rubric. `paper`: a coordinator types the grid a juror filled by hand, and is named as who typed it.
 */
export async function sendReview(
  viewer: Viewer,
  input: ReviewInput,
  clock: Clock,
  paper = false,
): Promise<Result<Saved, SendRefusal>> {
  if (paper && !runsJury(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const open = await openAssignment(viewer, tx, input.assignmentId, paper);
    if (!open) return refuse('not_found');
    if (isClosed(open, clock()) && !paper) return refuse('closed');
    const grid = readGrid(open.rubric, input.grid);
    const missing = missingIn(open.rubric, grid);
    if (missing.length > 0) return refuse('incomplete', { fields: missing.join(' ') });
    if (!(await freeze(tx, open, clock()))) return refuse('changed_meanwhile');
    const written = await write(tx, open.id, input.version, grid, {
      sentAt: clock(),
      enteredById: paper ? jurorIdOf(viewer) : null,
    });
    if (!written) return refuse('changed_meanwhile');
    await record(
      tx,
      viewer,
      written.amended ? 'review.amended' : 'review.sent',
      { kind: 'review_assignment', id: open.id },
      {
        version: written.version,
        ...(paper ? { paper: true } : {}),
      },
    );
    return ok({ version: written.version, savedAt: clock() });
  });
}

/** Writes a version over the one it was made from; null when another came between. */
async function write(
  tx: Tx,
  assignmentId: string,
  version: number,
  grid: Grid,
  sent: { sentAt: Date; enteredById: string | null },
) {
  if (version === 0) {
    const { count } = await tx.review.createMany({
      data: [{ assignmentId, ...columns(grid), ...sent }],
      skipDuplicates: true,
    });
    return count > 0 ? { version: 1, amended: false } : null;
  }
  const before = await tx.review.findUnique({ where: { assignmentId } });
  if (!before || before.version !== version) return null;
  const { count } = await tx.review.updateMany({
    where: { assignmentId, version },
    data: { ...(sent.enteredById ? paperColumns(grid) : columns(grid)), ...sent, version: { increment: 1 } },
  });
  if (count === 0) return null;
  if (before.sentAt) {
    const { marks, comments, comment, verdict, rank, favourite, abstained, sentAt } = before;
    const content = { marks, comments, comment, verdict, rank, favourite, abstained, sentAt: sentAt.toISOString() };
    await tx.reviewRevision.create({ data: { reviewId: before.id, version, content: content as object } });
  }
  return { version: version + 1, amended: before.sentAt !== null };
}
