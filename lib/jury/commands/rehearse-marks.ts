import type { Clock } from '@/lib/clock';
import { type Tx, transaction } from '@/lib/db';
import { runsJury } from '@/lib/jury/policy';
import { type MarkSource, rehearsalMark } from '@/lib/jury/rehearsal';
import type { Rubric } from '@/lib/jury/schema';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Given = { id: string; file: string; juror: string };

/** The jury of a rehearsal marks: every reading given, or every hearing of its panels, by invented severities. */
export async function markRehearsal(
  viewer: Viewer,
  stageId: string,
  clock: Clock,
): Promise<Result<{ marked: number }, 'not_allowed' | 'not_a_rehearsal' | 'nothing_given'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const stage = await tx.stage.findFirst({
      where: { id: stageId, call: { settings: { path: ['rehearsal'], equals: true } } },
      select: { rubric: true, call: { select: { settings: true } } },
    });
    if (!stage) return refuse('not_a_rehearsal');
    const rubric = stage.rubric as unknown as Rubric;
    const source = stage.call.settings as unknown as MarkSource;
    const now = clock();
    const marked =
      rubric.marking === 'collective'
        ? await markHearings(tx, stageId, rubric, source, now)
        : await markReadings(tx, stageId, rubric, source, now);
    if (marked === 0) return refuse('nothing_given');
    await tx.stage.updateMany({ where: { id: stageId, frozenAt: null }, data: { frozenAt: now } });
    await record(tx, viewer, 'rehearsal.marked', { kind: 'stage', id: stageId }, { marked });
    return ok({ marked });
  });
}

function gridOf(rubric: Rubric, source: MarkSource, { file, juror }: Given) {
  const marks = Object.fromEntries(
    rubric.criteria.map(({ key, scale }) => [key, rehearsalMark(source, { file, juror, criterion: key }, scale)]),
  );
  const shares = rubric.criteria.map(({ key, scale }) => (marks[key]! - scale.min) / (scale.max - scale.min));
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  return { marks, share };
}

const verdictOf = (verdicts: Rubric['opinion']['verdicts'], share: number): string | null =>
  verdicts.find(({ leaning }) => leaning === (share >= 0.5 ? 'for' : 'against'))?.key ?? null;

async function markReadings(tx: Tx, stageId: string, rubric: Rubric, source: MarkSource, now: Date) {
  const given = await tx.reviewAssignment.findMany({
    where: { stageId, review: null },
    select: { id: true, applicationId: true, jurorId: true },
  });
  const { count } = await tx.review.createMany({
    data: given.map(({ id, applicationId, jurorId }) => {
      const { marks, share } = gridOf(rubric, source, { id, file: applicationId, juror: jurorId });
      const verdict = verdictOf(rubric.opinion.verdicts, share);
      return { assignmentId: id, marks, verdict, favourite: rubric.opinion.favourite && share > 0.85, sentAt: now };
    }),
    skipDuplicates: true,
  });
  return count;
}

/** Collective grids, then each panel's general grid: its files ranked by their marks. */
async function markHearings(tx: Tx, stageId: string, rubric: Rubric, source: MarkSource, now: Date) {
  const panels = await tx.panel.findMany({
    where: { stageId },
    select: { id: true, hearings: { where: { sentAt: null }, select: { id: true, applicationId: true } } },
  });
  const general = rubric.generalGrid ?? rubric.opinion;
  let marked = 0;
  for (const panel of panels) {
    const grids = panel.hearings
      .map(({ id, applicationId }) => ({ id, ...gridOf(rubric, source, { id, file: applicationId, juror: panel.id }) }))
      .sort((a, b) => b.share - a.share);
    for (const [at, { id, marks, share }] of grids.entries())
      await tx.hearing.update({
        where: { id },
        data: {
          marks,
          rank: general.rank ? at + 1 : null,
          verdict: verdictOf(general.verdicts, share),
          favourite: general.favourite && at === 0 && share > 0.8,
          reason: 'Répétition.',
          sentAt: now,
          version: { increment: 1 },
        },
      });
    marked += grids.length;
    if (grids.length > 0) await tx.panel.update({ where: { id: panel.id }, data: { generalSentAt: now } });
  }
  return marked;
}
