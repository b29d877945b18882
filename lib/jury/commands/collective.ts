import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { type GridInput, missingIn, readGrid } from '@/lib/jury/grid';
import { jurorIdOf, runsJury } from '@/lib/jury/policy';
import { FOLLOWS } from '@/lib/jury/queries/hearing';
import type { Opinion, Rubric } from '@/lib/jury/schema';
import { isClosed } from '@/lib/jury/states';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

export type CollectiveInput = { hearingId: string; version: number; grid: GridInput };
export type CollectiveRefusal = 'not_found' | 'closed' | 'changed_meanwhile' | 'incomplete';
type Open = {
  id: string;
  stage_id: string;
  panel_id: string;
  rubric: Rubric;
  closed_at: Date | null;
  closes_at: Date | null;
  frozen_at: Date | null;
  sent_at: Date | null;
};

/** The hearing if the viewer holds its pen: the panel's rapporteur, or whoever runs the jury (a paper grid, a missing rapporteur). */
async function held(viewer: Viewer, tx: Tx, id: string): Promise<Open | undefined> {
  const [open] = await tx.$queryRawUnsafe<Open[]>(
    `SELECT h.id, s.id AS stage_id, n.id AS panel_id, s.rubric, s.closed_at, s.closes_at, s.frozen_at, h.sent_at
     FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id JOIN application a ON a.id = h.application_id
     WHERE h.id = $1::uuid AND ($2 OR n.rapporteur_id = $3::uuid) AND ${FOLLOWS}`,
    id,
    runsJury(viewer),
    jurorIdOf(viewer),
  );
  return open;
}

/**
 * Writes the panel's grid, as a draft the panel follows live or as sent. Every version is kept with who wrote it; a
 * version written over another since is refused, so that two pens never erase each other.
 */
export async function writeGrid(
  viewer: Viewer,
  input: CollectiveInput,
  clock: Clock,
  send = false,
): Promise<Result<{ version: number; savedAt: Date }, CollectiveRefusal>> {
  return transaction(async (tx) => {
    const open = await held(viewer, tx, input.hearingId);
    if (!open) return refuse('not_found');
    if (isClosed(open, clock())) return refuse('closed');
    const grid = readGrid(open.rubric, input.grid);
    const missing = send ? missingIn(open.rubric, grid) : [];
    if (missing.length) return refuse('incomplete', { fields: missing.join(' ') });
    const before = await tx.hearing.findUniqueOrThrow({ where: { id: open.id } });
    const { count } = await tx.hearing.updateMany({
      where: { id: open.id, version: input.version },
      data: {
        marks: grid.marks,
        comments: grid.comments,
        comment: grid.comment,
        version: { increment: 1 },
        ...(send ? { sentAt: clock() } : {}),
      },
    });
    if (count === 0) return refuse('changed_meanwhile');
    const { marks, comments, comment, sentAt } = before;
    const content = { marks, comments, comment, sentAt: sentAt?.toISOString() ?? null } as object;
    await tx.hearingRevision.create({
      data: { hearingId: open.id, version: input.version, byId: personId(viewer), content },
    });
    if (!open.frozen_at)
      await tx.stage.updateMany({ where: { id: open.stage_id, frozenAt: null }, data: { frozenAt: clock() } });
    const name = send ? (open.sent_at ? 'grid.amended' : 'grid.sent') : 'grid.drafted';
    // Everyone in the room follows by events: each saving is one.
    await record(
      tx,
      viewer,
      name,
      { kind: 'hearing', id: open.id },
      { version: input.version + 1, panel: open.panel_id },
    );
    return ok({ version: input.version + 1, savedAt: clock() });
  });
}

export type GeneralLine = {
  hearingId: string;
  rank: number | null;
  verdict: string;
  reason: string;
  favourite: boolean;
};

type GeneralRefusal =
  | 'not_found'
  | 'closed'
  | 'changed_meanwhile'
  | 'lines_missing'
  | 'rank_twice'
  | 'verdict_missing'
  | 'reason_missing';

/** Every line of a panel that its writer may see, the rank it has, and whether it is theirs to write. */
async function linesOf(viewer: Viewer, tx: Tx, panelId: string) {
  return tx.$queryRawUnsafe<{ id: string; rank: number | null; mine: boolean }[]>(
    `SELECT h.id, h.rank, (${FOLLOWS}) AS mine FROM hearing h JOIN panel n ON n.id = h.panel_id JOIN stage s ON s.id = h.stage_id
     JOIN application a ON a.id = h.application_id WHERE n.id = $1::uuid`,
    panelId,
    runsJury(viewer),
    jurorIdOf(viewer),
  );
}

/**
 * The general grid: every file ranked once, with a verdict and a reason. Sent as a whole or not at all, and never over
 * another's since `version`. A rapporteur who stood aside from a file leaves its line to the coordination.
 */
export async function sendGeneralGrid(
  viewer: Viewer,
  input: { panelId: string; version: number; lines: GeneralLine[] },
  clock: Clock,
): Promise<Result<null, GeneralRefusal>> {
  return transaction(async (tx) => {
    const all = await linesOf(viewer, tx, input.panelId);
    const heard = all.filter(({ mine }) => mine);
    const first = heard[0] && (await held(viewer, tx, input.lines[0]?.hearingId ?? heard[0].id));
    if (!first || first.panel_id !== input.panelId) return refuse('not_found');
    if (isClosed(first, clock())) return refuse('closed');
    const opinion: Opinion | null = first.rubric.generalGrid;
    if (!opinion) return refuse('not_found');
    const wrong = generalProblem(
      opinion,
      heard.map(({ id }) => id),
      input.lines,
      all.filter(({ mine }) => !mine).map(({ rank }) => rank),
    );
    if (wrong) return refuse(wrong);
    const { count } = await tx.panel.updateMany({
      where: { id: input.panelId, version: input.version },
      data: { generalSentAt: clock(), version: { increment: 1 } },
    });
    if (count === 0) return refuse('changed_meanwhile');
    for (const { hearingId, ...line } of input.lines)
      await tx.hearing.update({ where: { id: hearingId }, data: { ...line, verdict: line.verdict || null } });
    await record(
      tx,
      viewer,
      'general_grid.sent',
      { kind: 'panel', id: input.panelId },
      {
        ranks: input.lines.map(({ hearingId, rank }) => [hearingId, rank]),
      },
    );
    return ok(null);
  });
}

/** `elsewhere`: ranks of the lines that somebody else writes. */
function generalProblem(opinion: Opinion, heard: string[], lines: GeneralLine[], elsewhere: (number | null)[]) {
  const known = new Set(heard);
  if (lines.length !== heard.length || lines.some(({ hearingId }) => !known.delete(hearingId)))
    return 'lines_missing' as const;
  const own = lines.map(({ rank }) => rank);
  const ranks = [...own, ...elsewhere.filter((rank) => rank !== null)];
  if (
    opinion.rank &&
    (own.includes(null) ||
      new Set(ranks).size < ranks.length ||
      Math.max(...ranks.map(Number)) > lines.length + elsewhere.length)
  )
    return 'rank_twice' as const;
  const verdicts = new Set(opinion.verdicts.map(({ key }) => key));
  if (opinion.verdictRequired && lines.some(({ verdict }) => !verdicts.has(verdict))) return 'verdict_missing' as const;
  if (opinion.comment === 'required' && lines.some(({ reason }) => !reason)) return 'reason_missing' as const;
  return null;
}
