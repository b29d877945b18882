import { agrees, eligibilityRules, type Finding, findingsOf } from '@/lib/applications/eligibility';
import { settingsOf } from '@/lib/applications/examination-settings';
import { filesExaminedBy, filesRunBy } from '@/lib/applications/policy';
import { type ApplicationState, DECIDED_FROM, mayMove, type TeamDecision } from '@/lib/applications/states';
import type { Answers } from '@/lib/calls/answers';
import { type FormDefinition, formDefinition } from '@/lib/calls/form';
import type { Clock } from '@/lib/clock';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { isCoordinator, type PersonViewer, type Viewer } from '@/lib/viewer';

/** What somebody invited to a call may decide of the files entrusted to them; pre-selection is the coordination's. */
const BY_INVITED: readonly ApplicationState[] = ['submitted', 'eligible', 'ineligible'];

type Done = { changed: number; left: number; act: string };
export type DecideRefusal = 'not_allowed' | 'nothing_to_change' | 'rule_broken' | 'no_rule_broken';
type Input = {
  ids: string[];
  after: TeamDecision;
  reason: string;
  /** What a person found of each rule, for one file; without it, what the answers say. */
  said?: Record<string, string>;
};

/**
 * Decides of one file or many, with one reason: eligible or not against the call's own rules, pre-selected or not. Files
 * whose state does not allow it, or whose findings say the contrary, are left as they are and counted. Unseen by
 * applicants until results are published, and refused once they are.
 */
export async function decideFiles(viewer: Viewer, input: Input): Promise<Result<Done, DecideRefusal>> {
  if (viewer.kind !== 'person') return refuse('not_allowed');
  return transaction(async (tx) => {
    const files = await tx.application.findMany({
      where: {
        AND: [
          { id: { in: input.ids }, state: { in: [...DECIDED_FROM[input.after]] }, call: { resultsPublishedAt: null } },
          // Readings are out: the jury's own decisions come next.
          ...(input.after === 'submitted' ? [{ assignments: { none: {} } }] : []),
          BY_INVITED.includes(input.after) ? filesExaminedBy(viewer) : filesRunBy(viewer),
        ],
      },
      select: FILE,
    });
    const forms = new Map<string, FormDefinition>();
    const decided: { id: string; before: ApplicationState; decision: string }[] = [];
    let disagreed = false;
    for (const file of files) {
      const list = await findingsFor(tx, file, forms, input);
      if ((input.after === 'eligible' || input.after === 'ineligible') && !mayStand(input, list)) {
        disagreed = true;
        continue;
      }
      const decision = await write(tx, viewer, file, input, list);
      if (decision) decided.push({ id: file.id, before: file.state, decision });
    }
    const callId = files[0]?.callId;
    if (decided.length === 0 || !callId) {
      if (disagreed) return refuse(input.after === 'eligible' ? 'rule_broken' : 'no_rule_broken');
      return refuse('nothing_to_change');
    }
    const changes = decided.map(({ id, before, decision }) => ({ id, before, after: decision }));
    const act = await tx.fileAct.create({
      data: { callId, byId: viewer.id, kind: input.after, changes },
      select: { id: true },
    });
    for (const { id, before, decision } of decided) {
      const name = `application.found_${input.after}` as const;
      await record(tx, viewer, name, { kind: 'application', id }, { before, decision });
    }
    return ok({ changed: decided.length, left: input.ids.length - decided.length, act: act.id });
  });
}

/** Many files at once are never declared eligible against what their answers say; a reason is enough to refuse them. */
const mayStand = ({ after, said }: Input, list: readonly Finding[]): boolean =>
  after === 'eligible' || said ? agrees(after as 'eligible' | 'ineligible', list) : true;

const FILE = {
  id: true,
  callId: true,
  state: true,
  submittedAt: true,
  call: {
    select: { closesAt: true, graceSeconds: true, examination: true, extensions: { select: { before: true } } },
  },
  formVersion: { select: { id: true } },
  submissions: { where: { inForce: true }, select: { answers: true, formVersionId: true } },
} satisfies Prisma.ApplicationSelect;
type File = Prisma.ApplicationGetPayload<{ select: typeof FILE }>;

async function findingsFor(tx: Tx, file: File, forms: Map<string, FormDefinition>, input: Input): Promise<Finding[]> {
  const sent = file.submissions[0];
  if (!sent || (input.after !== 'eligible' && input.after !== 'ineligible')) return [];
  let form = forms.get(sent.formVersionId);
  if (!form) {
    const where = { id: sent.formVersionId };
    const version = await tx.formVersion.findUniqueOrThrow({ where, select: { definition: true } });
    form = formDefinition.parse(version.definition);
    forms.set(sent.formVersionId, form);
  }
  const { points } = settingsOf(file.call.examination);
  const call = { ...file.call, closed: file.call.extensions.map(({ before }) => before) };
  return findingsOf(eligibilityRules(form, sent.answers as Answers, { ...file, call }, points), input.said);
}

async function write(tx: Tx, viewer: PersonViewer, file: File, input: Input, list: Finding[]): Promise<string | null> {
  const { count } = await tx.application.updateMany({
    where: { id: file.id, state: file.state },
    data: { state: input.after },
  });
  if (count === 0) return null;
  const { id } = await tx.decision.create({
    data: {
      applicationId: file.id,
      before: file.state,
      after: input.after,
      reason: input.reason,
      findings: list,
      byId: viewer.id,
    },
    select: { id: true },
  });
  return id;
}

/**
 * Undoes the last decision of a file: the state it had before comes back, the decision stays on record as undone.
 * Refused once results are published, once another decision followed, or once a jury has the file to read.
 */
export async function undoDecision(
  viewer: Viewer,
  { decisionId }: { decisionId: string },
  clock: Clock,
): Promise<Result<null, 'not_allowed' | 'not_undoable'>> {
  if (viewer.kind !== 'person') return refuse('not_allowed');
  return transaction(async (tx) => {
    const undone = await undoIn(tx, viewer, decisionId, clock());
    return undone ? ok(null) : refuse('not_undoable');
  });
}

/** The same inside a transaction that undoes many. True when the decision was undone. */
export async function undoIn(tx: Tx, viewer: PersonViewer, decisionId: string, at: Date): Promise<boolean> {
  const decision = await tx.decision.findFirst({
    where: {
      id: decisionId,
      undoneAt: null,
      ...(isCoordinator(viewer) ? {} : { byId: viewer.id, after: { in: ['submitted', 'eligible', 'ineligible'] } }),
      application: { AND: [filesExaminedBy(viewer), { call: { resultsPublishedAt: null } }] },
    },
    select: {
      applicationId: true,
      before: true,
      after: true,
      createdAt: true,
      application: { select: { _count: { select: { assignments: true } } } },
    },
  });
  if (!decision || !mayMove(decision.after, decision.before)) return false;
  const atJury = decision.application._count.assignments > 0;
  if (atJury && (decision.before === 'submitted' || decision.before === 'ineligible')) return false;
  const { applicationId, before, after, createdAt } = decision;
  const later = await tx.decision.count({ where: { applicationId, undoneAt: null, createdAt: { gt: createdAt } } });
  if (later > 0) return false;
  const { count } = await tx.application.updateMany({
    where: { id: applicationId, state: after },
    data: { state: before },
  });
  if (count === 0) return false;
  await tx.decision.updateMany({ where: { id: decisionId, undoneAt: null }, data: { undoneAt: at } });
  const subject = { kind: 'application', id: applicationId };
  await record(tx, viewer, 'application.decision_undone', subject, {
    decision: decisionId,
    before: after,
    after: before,
  });
  return true;
}
