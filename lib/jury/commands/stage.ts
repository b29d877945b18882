import { transaction } from '@/lib/db';
import { proposedMap } from '@/lib/jury/crosswalk';
import { runsJury } from '@/lib/jury/policy';
import { stageDetail } from '@/lib/jury/queries/stages';
import { type RubricForm, rubricFrom } from '@/lib/jury/rubric-input';
import { type Rubric, rubricSchema } from '@/lib/jury/schema';
import { instantOf, type NewStage, readSettings, type StageSettings } from '@/lib/jury/stage-input';
import { rubricTemplate } from '@/lib/jury/templates';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/viewer';

/** Opens a stage on a call, its rubric copied from a template or another stage (`stage:<id>`): from then on it is the call's own. */
export async function openStage(
  viewer: Viewer,
  input: NewStage,
): Promise<Result<{ id: string }, 'not_allowed' | 'unknown_call' | 'unknown_template' | 'closes_before_opening'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const copied = /^stage:(.+)$/.exec(input.template)?.[1];
  const source = copied ? await stageDetail(viewer, copied) : null;
  const rubric = copied ? source?.rubric : rubricTemplate(input.template);
  if (!rubric) return refuse('unknown_template');
  return transaction(async (tx) => {
    const call = await tx.call.findUnique({ where: { id: input.callId }, select: { timeZone: true } });
    if (!call) return refuse('unknown_call');
    const opensAt = input.opensAt ? instantOf(input.opensAt, call.timeZone) : null;
    const closesAt = input.closesAt ? instantOf(input.closesAt, call.timeZone) : null;
    if (opensAt && closesAt && closesAt <= opensAt) return refuse('closes_before_opening');
    const last = await tx.stage.aggregate({ where: { callId: input.callId }, _max: { position: true } });
    const stage = await tx.stage.create({
      data: {
        callId: input.callId,
        name: input.name,
        rubric,
        crosswalk: source ? { from: source.id, map: proposedMap(source.rubric, source.rubric) } : undefined,
        opensAt,
        closesAt,
        position: (last._max.position ?? -1) + 1,
      },
      select: { id: true },
    });
    await record(
      tx,
      viewer,
      'stage.opened',
      { kind: 'stage', id: stage.id },
      { call: input.callId, rubric: rubric.key },
    );
    return ok(stage);
  });
}

type Change = Result<null, 'not_allowed' | 'unknown_stage' | 'frozen' | 'changed_meanwhile'>;

/** Replaces the rubric of a stage, as long as nobody marked by it and nobody else changed it meanwhile. */
export async function changeRubric(
  viewer: Viewer,
  input: { stageId: string; version: number; rubric: Rubric },
): Promise<Change> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const rubric = rubricSchema.parse(input.rubric);
    const changed = await tx.stage.updateMany({
      where: { id: input.stageId, version: input.version, frozenAt: null },
      data: { rubric, version: { increment: 1 } },
    });
    if (changed.count === 0) {
      const stage = await tx.stage.findUnique({ where: { id: input.stageId }, select: { frozenAt: true } });
      return refuse(stage ? (stage.frozenAt ? 'frozen' : 'changed_meanwhile') : 'unknown_stage');
    }
    await record(
      tx,
      viewer,
      'stage.rubric_changed',
      { kind: 'stage', id: input.stageId },
      { rubric: rubric.key, criteria: rubric.criteria.length },
    );
    return ok(null);
  });
}

/** Says what each criterion of an earlier rubric became in this one. The rubric itself does not move: frozen or not, it may be said. */
export async function mapCriteria(
  viewer: Viewer,
  input: { stageId: string; from: string; map: Record<string, string | null> },
): Promise<Result<null, 'not_allowed' | 'unknown_stage'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  const [stage, source] = await Promise.all([stageDetail(viewer, input.stageId), stageDetail(viewer, input.from)]);
  if (!stage || !source || stage.id === source.id) return refuse('unknown_stage');
  const keys = new Set(stage.rubric.criteria.map(({ key }) => key));
  const said = Object.fromEntries(
    source.rubric.criteria.flatMap(({ key }) => {
      const heir = input.map[key];
      return heir === undefined ? [] : [[key, heir !== null && keys.has(heir) ? heir : null]];
    }),
  );
  return transaction(async (tx) => {
    const map = { ...proposedMap(source.rubric, stage.rubric), ...said };
    await tx.stage.update({ where: { id: stage.id }, data: { crosswalk: { from: source.id, map } } });
    await record(tx, viewer, 'stage.crosswalk_said', { kind: 'stage', id: stage.id }, { from: source.id, map });
    return ok(null);
  });
}

/** The rubric as its editor's form says it, over the one that stands. */
export async function editRubric(viewer: Viewer, form: RubricForm): Promise<Change | Result<null, 'rubric_problem'>> {
  const stage = await stageDetail(viewer, form.stageId);
  if (!stage) return refuse('unknown_stage');
  const made = rubricFrom(form, stage.rubric);
  if (!made.ok) return refuse('rubric_problem', { problem: made.problem });
  return changeRubric(viewer, { stageId: form.stageId, version: form.version, rubric: made.rubric });
}

/** Changes what the stage asks beside its rubric. */
export async function changeSettings(
  viewer: Viewer,
  input: { stageId: string; settings: Partial<StageSettings> },
): Promise<Result<null, 'not_allowed' | 'unknown_stage'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const stage = await tx.stage.findUnique({
      where: { id: input.stageId },
      select: { settings: true, version: true },
    });
    if (!stage) return refuse('unknown_stage');
    const settings = readSettings({ ...readSettings(stage.settings), ...input.settings });
    await tx.stage.update({ where: { id: input.stageId }, data: { settings } });
    await record(tx, viewer, 'stage.settings_changed', { kind: 'stage', id: input.stageId }, { settings });
    return ok(null);
  });
}

/** Closes marking (nothing more is written or amended), or opens it again. */
export async function closeStage(
  viewer: Viewer,
  input: { stageId: string; closed: boolean; at: Date },
): Promise<Result<null, 'not_allowed' | 'unknown_stage'>> {
  if (!runsJury(viewer)) return refuse('not_allowed');
  return transaction(async (tx) => {
    const { count } = await tx.stage.updateMany({
      where: { id: input.stageId },
      data: { closedAt: input.closed ? input.at : null },
    });
    if (count === 0) return refuse('unknown_stage');
    await record(tx, viewer, input.closed ? 'stage.closed' : 'stage.reopened', { kind: 'stage', id: input.stageId });
    return ok(null);
  });
}
