import type { Clock } from '@/lib/clock';
import { transaction } from '@/lib/db';
import { comeIn, goOut } from '@/lib/jury/commands/attendance';
import type { Attendance, PanelPlace, Recusal } from '@/lib/jury/panel-input';
import { jurorIdOf, runsJury } from '@/lib/jury/policy';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

type Refusal = 'not_allowed' | 'unknown_panel' | 'unknown_juror';

/** Where a panel sits and who holds its pen. A move counts as a new version of every calendar entry. */
export async function placePanel(viewer: Viewer, input: PanelPlace): Promise<Result<null, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const { panelId, stageId, room, link, rapporteurId } = input;
    if (rapporteurId && (await tx.panelMember.count({ where: { panelId, personId: rapporteurId } })) === 0)
      return refuse('unknown_juror');
    const { count } = await tx.panel.updateMany({
      where: { id: panelId, stageId },
      data: { room, link, rapporteurId: rapporteurId ?? null, version: { increment: 1 } },
    });
    if (count === 0) return refuse('unknown_panel');
    await tx.hearing.updateMany({ where: { panelId }, data: { sequence: { increment: 1 } } });
    await record(
      tx,
      viewer,
      'panel.placed',
      { kind: 'panel', id: panelId },
      { stage: stageId, ...(rapporteurId ? { rapporteur: rapporteurId } : {}) },
    );
    return ok(null);
  });
}

/** Who is there on the day, called panel by panel. */
export async function callAttendance(viewer: Viewer, input: Attendance, clock: Clock): Promise<Result<null, Refusal>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const present = input.present === 'yes';
    const { count } = await tx.panelMember.updateMany({
      where: { panelId: input.panelId, personId: input.personId, panel: { stageId: input.stageId } },
      data: { present, calledAt: clock() },
    });
    if (count === 0) return refuse('unknown_juror');
    const room = { stageId: input.stageId, panelId: input.panelId };
    await (present ? comeIn : goOut)(viewer, tx, room, input.personId, clock());
    await record(
      tx,
      viewer,
      present ? 'juror.present' : 'juror.absent',
      { kind: 'panel', id: input.panelId },
      { person: input.personId },
    );
    return ok(null);
  });
}

/** Someone stands aside for one file, in session: said by themself, or noted by the coordination. */
export async function standAside(viewer: Viewer, input: Recusal): Promise<Result<null, Refusal>> {
  if (!runsJury(viewer) && jurorIdOf(viewer) !== input.personId) return refuse('not_allowed');
  return transaction(async (tx) => {
    const hearing = await tx.hearing.findFirst({
      where: {
        panelId: input.panelId,
        applicationId: input.applicationId,
        panel: { members: { some: { personId: input.personId } } },
      },
      select: { id: true },
    });
    if (!hearing) return refuse('unknown_juror');
    const key = { applicationId: input.applicationId, personId: input.personId, kind: 'recusal' };
    await tx.conflict.upsert({
      where: { applicationId_personId_kind: key },
      create: { ...key, reason: input.reason, state: 'confirmed', decidedById: jurorIdOf(viewer) },
      update: { reason: input.reason, state: 'confirmed' },
    });
    await record(
      tx,
      viewer,
      'juror.recused',
      { kind: 'application', id: input.applicationId },
      { person: input.personId, panel: input.panelId },
    );
    return ok(null);
  });
}
