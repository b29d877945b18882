import { type Tx, transaction } from '@/lib/db';
import { conflictsBetween } from '@/lib/jury/commands/assign';
import type { HearingMove } from '@/lib/jury/panel-input';
import { runsJury } from '@/lib/jury/policy';
import { stageDetail } from '@/lib/jury/queries/stages';
import { hearingMinutes } from '@/lib/jury/rhythm';
import { instantOf } from '@/lib/jury/stage-input';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Refusal =
  | 'not_allowed'
  | 'unknown_stage'
  | 'unknown_hearing'
  | 'no_neighbour'
  | 'unknown_panel'
  | 'conflict'
  | 'twice';
type Row = {
  id: string;
  panelId: string;
  applicationId: string;
  position: number;
  startsAt: Date | null;
  endsAt: Date | null;
};

/**
 * Moves one hearing by hand. People in two places are allowed and shown (a coordinator may know better); a panel with
 * a member tied to the file is not. Who was told of the old hour is told of the new one at the next sending.
 */
export async function moveHearing(viewer: Viewer, input: HearingMove): Promise<Result<{ panelId: string }, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const stage = await stageDetail(viewer, input.stageId);
  if (!stage) return refuse('unknown_stage');
  return transaction(async (tx) => {
    const [hearing] = await tx.$queryRaw<Row[]>`
      SELECT id, panel_id AS "panelId", application_id AS "applicationId", position, starts_at AS "startsAt", ends_at AS "endsAt"
      FROM hearing WHERE id = ${input.hearingId}::uuid AND stage_id = ${stage.id}::uuid FOR UPDATE`;
    if (!hearing) return refuse('unknown_hearing');
    const startsAt = input.startsAt ? instantOf(input.startsAt, stage.timeZone) : null;
    const minutes = hearingMinutes(stage.settings);
    const wrong =
      input.act === 'place'
        ? await place(viewer, tx, hearing, { panelId: input.panelId ?? hearing.panelId, startsAt, minutes })
        : await swap(tx, hearing, input.act);
    if (wrong) return wrong;
    await record(
      tx,
      viewer,
      'hearing.moved',
      { kind: 'hearing', id: hearing.id },
      { stage: stage.id, application: hearing.applicationId, act: input.act },
    );
    return ok({ panelId: input.panelId ?? hearing.panelId });
  });
}

/** Two neighbours of one panel exchange their places and their hours. */
async function swap(tx: Tx, hearing: Row, act: 'earlier' | 'later') {
  const neighbour = await tx.hearing.findFirst({
    where: {
      panelId: hearing.panelId,
      position: act === 'earlier' ? { lt: hearing.position } : { gt: hearing.position },
    },
    orderBy: { position: act === 'earlier' ? 'desc' : 'asc' },
    select: { id: true, position: true, startsAt: true, endsAt: true },
  });
  if (!neighbour) return refuse('no_neighbour');
  const put = (id: string, { position, startsAt, endsAt }: Omit<typeof neighbour, 'id'>) =>
    tx.hearing.update({ where: { id }, data: { position, startsAt, endsAt, sequence: { increment: 1 } } });
  await put(hearing.id, neighbour);
  await put(neighbour.id, hearing);
  return null;
}

async function place(
  viewer: Viewer,
  tx: Tx,
  hearing: Row,
  { panelId, startsAt, minutes }: { panelId: string; startsAt: Date | null; minutes: number },
) {
  const panel = await tx.panel.findFirst({
    where: { id: panelId, stage: { hearings: { some: { id: hearing.id } } } },
    select: { members: { select: { personId: true } }, hearings: { select: { applicationId: true, position: true } } },
  });
  if (!panel) return refuse('unknown_panel');
  const moves = panelId !== hearing.panelId;
  if (moves && panel.hearings.some(({ applicationId }) => applicationId === hearing.applicationId))
    return refuse('twice');
  if (moves) {
    const people = panel.members.map(({ personId }) => personId);
    const [tie] = await conflictsBetween(viewer, tx, people, [hearing.applicationId]);
    if (tie) {
      const [juror, file] = await Promise.all([
        tx.person.findUnique({ where: { id: tie.person_id }, select: { name: true } }),
        tx.application.findUnique({ where: { id: hearing.applicationId }, select: { title: true } }),
      ]);
      return refuse('conflict', { kind: tie.kind, juror: juror?.name ?? '', file: file?.title ?? '' });
    }
  }
  const long = hearing.startsAt && hearing.endsAt ? +hearing.endsAt - +hearing.startsAt : minutes * 60_000;
  await tx.hearing.update({
    where: { id: hearing.id },
    data: {
      panelId,
      ...(moves && { position: Math.max(-1, ...panel.hearings.map(({ position }) => position)) + 1 }),
      ...(startsAt && { startsAt, endsAt: new Date(+startsAt + long) }),
      sequence: { increment: 1 },
    },
  });
  return null;
}
