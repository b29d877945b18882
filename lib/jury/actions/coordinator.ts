'use server';

import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import { env } from '@/lib/env';
import type { FormState } from '@/lib/form';
import { giveFiles, takeFileBack } from '@/lib/jury/commands/assign';
import { judgeConflict, proposeConflicts } from '@/lib/jury/commands/conflict';
import { decide } from '@/lib/jury/commands/decide';
import { inviteJuror } from '@/lib/jury/commands/jurors';
import { publishResults, scheduleResults, unscheduleResults } from '@/lib/jury/commands/publish';
import { sendReview } from '@/lib/jury/commands/review';
import { closeStage, openStage } from '@/lib/jury/commands/stage';
import { judgement } from '@/lib/jury/conflict-input';
import { criterionNames } from '@/lib/jury/criterion-names';
import { decisionInput } from '@/lib/jury/decision-input';
import { gridInput } from '@/lib/jury/grid';
import { invitation } from '@/lib/jury/juror-input';
import { stageDetail } from '@/lib/jury/queries/stages';
import { newStage, parisMoment } from '@/lib/jury/stage-input';

const stageId = z.uuid();
const page = (id: string, part = '') => `/admin/jury/${id}${part}`;

const open = formAction({
  schema: newStage,
  words: 'jury',
  done: 'jury.admin.new.opened',
  fields: { closes_before_opening: 'closesAt' },
  run: (viewer, value) => openStage(viewer, value),
  to: ({ id }) => page(id),
});
export async function openStageAction(previous: FormState, data: FormData) {
  return open(previous, data);
}

const close = formAction({
  schema: z.object({ stageId, closed: z.enum(['yes', 'no']) }),
  words: 'jury',
  run: (viewer, value, { clock }) => closeStage(viewer, { ...value, closed: value.closed === 'yes', at: clock() }),
  to: (_, value) => page(value.stageId),
});
export async function closeStageAction(previous: FormState, data: FormData) {
  return close(previous, data);
}

const give = formAction({
  schema: z.object({ stageId, applicationId: z.uuid(), jurorId: z.uuid() }),
  words: 'jury',
  done: 'jury.assign.given',
  fields: { conflict: 'jurorId' },
  run: (viewer, value) => giveFiles(viewer, { stageId: value.stageId, pairs: [value] }),
  to: (_, value) => page(value.stageId, `/assignment#file-${value.applicationId}`),
});
export async function giveFileAction(previous: FormState, data: FormData) {
  return give(previous, data);
}

const back = formAction({
  schema: z.object({ stageId, applicationId: z.uuid(), jurorId: z.uuid() }),
  words: 'jury',
  done: 'jury.assign.takenBack',
  run: (viewer, value) => takeFileBack(viewer, value),
  to: (_, value) => page(value.stageId, `/assignment#file-${value.applicationId}`),
});
export async function takeFileBackAction(previous: FormState, data: FormData) {
  return back(previous, data);
}

const judge = formAction({
  schema: judgement.extend({ stageId }),
  words: 'jury',
  done: 'jury.conflicts.judged',
  fields: { reason_required: 'reason' },
  run: (viewer, value) => judgeConflict(viewer, value),
  to: (_, value) => page(value.stageId, '/conflicts'),
});
export async function judgeConflictAction(previous: FormState, data: FormData) {
  return judge(previous, data);
}

const search = formAction({
  schema: z.object({ stageId }),
  words: 'jury',
  done: 'jury.conflicts.searched',
  run: (viewer, value) => proposeConflicts(viewer, value.stageId),
  to: (_, value) => page(value.stageId, '/conflicts'),
});
export async function proposeConflictsAction(previous: FormState, data: FormData) {
  return search(previous, data);
}

const paper = formAction({
  schema: z.object({ stageId, assignmentId: z.uuid(), version: z.coerce.number().int().min(0), grid: gridInput }),
  words: 'jury',
  done: 'jury.paper.entered',
  run: async (viewer, value, { clock, locale }) => {
    const sent = await sendReview(viewer, value, clock, true);
    if (sent.ok || sent.reason !== 'incomplete') return sent;
    const stage = await stageDetail(viewer, value.stageId);
    const fields = stage ? criterionNames(stage.rubric, String(sent.detail?.fields).split(' '), locale) : '';
    return { ...sent, detail: { fields } };
  },
  to: (_, value) => page(value.stageId, '/assignment'),
});
export async function enterPaperAction(previous: FormState, data: FormData) {
  return paper(previous, data);
}

const decision = formAction({
  schema: decisionInput.extend({ back: z.enum(['ranking', 'deliberation']).default('ranking') }),
  words: 'jury',
  done: 'jury.decision.saved',
  run: (viewer, value) => decide(viewer, value),
  to: (_, value) => page(value.stageId, `/${value.back}`),
});
export async function decideAction(previous: FormState, data: FormData) {
  return decision(previous, data);
}

const invite = formAction({
  schema: invitation.extend({ stageId }),
  words: 'jury',
  done: 'jury.jurors.invited',
  fields: { already_seated: 'email' },
  run: (viewer, value, { clock }) => inviteJuror(viewer, value, { clock, baseUrl: env().NEXTAUTH_URL }),
  to: (_, value) => page(value.stageId, '/jurors'),
});
export async function inviteJurorAction(previous: FormState, data: FormData) {
  return invite(previous, data);
}

const publish = formAction({
  schema: z.object({ stageId, callId: z.uuid(), confirm: z.literal('yes', { error: 'required' }) }),
  words: 'jury',
  done: 'jury.publish.done',
  run: (viewer, value, { clock }) => publishResults(viewer, value.callId, { clock, baseUrl: env().NEXTAUTH_URL }),
  to: (_, value) => page(value.stageId, '/publication'),
});
export async function publishResultsAction(previous: FormState, data: FormData) {
  return publish(previous, data);
}

const schedule = formAction({
  schema: z.object({ stageId, callId: z.uuid(), at: parisMoment }),
  words: 'jury',
  done: 'jury.publish.scheduled',
  fields: { in_the_past: 'at' },
  run: (viewer, value, { clock }) => scheduleResults(viewer, value, { clock }),
  to: (_, value) => page(value.stageId, '/publication'),
});
export async function scheduleResultsAction(previous: FormState, data: FormData) {
  return schedule(previous, data);
}

const unschedule = formAction({
  schema: z.object({ stageId, callId: z.uuid() }),
  words: 'jury',
  done: 'jury.publish.unscheduled',
  run: (viewer, value, { clock }) => unscheduleResults(viewer, value.callId, { clock }),
  to: (_, value) => page(value.stageId, '/publication'),
});
export async function unscheduleResultsAction(previous: FormState, data: FormData) {
  return unschedule(previous, data);
}
