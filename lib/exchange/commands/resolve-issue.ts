import { type Tx, transaction } from '@/lib/db';
import type { About, Reason } from '@/lib/exchange/issues';
import { type Joinable, join } from '@/lib/exchange/joining';
import { mayImport } from '@/lib/exchange/policy';
import { targets } from '@/lib/exchange/queries/issues';
import type { Resolution } from '@/lib/exchange/schema';
import { actsFor } from '@/lib/exchange/states';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

/**
 * Answers an issue; every later import follows the answer. Linking a suspected duplicate that an import already made
 * puts the two rows together at once.
 */
export async function resolveIssue(
  viewer: Viewer,
  answer: Resolution,
): Promise<Result<{ joined: boolean }, 'not_found' | 'not_possible' | 'no_target' | 'in_use'>> {
  if (!mayImport(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const issue = await tx.importIssue.findUnique({
      where: { id: answer.issueId },
      select: { id: true, fingerprint: true, reason: true, about: true, subject: true, suggestionKey: true },
    });
    if (!issue) return refuse('not_found');
    const about = issue.about as About;
    if (!actsFor({ reason: issue.reason as Reason, about }).includes(answer.act)) return refuse('not_possible');
    const target = answer.act === 'link' ? await targetOf(viewer, about, issue.suggestionKey, answer) : {};
    if (!target) return refuse('no_target');
    let joined = false;
    if (target.targetId && issue.reason === 'suspected_duplicate' && issue.subject && about !== 'cohort') {
      const done = await joinSubject(tx, about as Joinable, issue.subject, target.targetId);
      if (done === 'in_use') return refuse('in_use');
      joined = done === 'joined';
    }
    const choice = {
      act: answer.act,
      targetKind: answer.act === 'link' ? about : null,
      targetId: null,
      targetKey: null,
      ...target,
      byId: personId(viewer),
    };
    await tx.importChoice.upsert({
      where: { fingerprint: issue.fingerprint },
      create: { fingerprint: issue.fingerprint, ...choice },
      update: choice,
    });
    const told = { act: answer.act, reason: issue.reason, target: target.targetId ?? null, joined };
    await record(tx, viewer, 'import_issue.resolved', { kind: 'import_issue', id: issue.id }, told);
    return ok({ joined });
  });
}

/** Takes an answer back: the question is asked again by the next import. */
export async function reopenIssue(viewer: Viewer, issueId: string): Promise<Result<null, 'not_found'>> {
  if (!mayImport(viewer)) return refuse('not_found');
  return transaction(async (tx) => {
    const issue = await tx.importIssue.findUnique({ where: { id: issueId }, select: { fingerprint: true } });
    if (!issue) return refuse('not_found');
    const { count } = await tx.importChoice.deleteMany({ where: { fingerprint: issue.fingerprint } });
    if (count > 0) await record(tx, viewer, 'import_issue.reopened', { kind: 'import_issue', id: issueId });
    return ok(null);
  });
}

async function targetOf(
  viewer: Viewer,
  about: About,
  suggested: string | null,
  answer: Resolution,
): Promise<{ targetId?: string; targetKey?: string } | null> {
  if (answer.targetId) {
    const [found] = await targets(viewer, about, { id: answer.targetId });
    return found ? { targetId: found.id } : null;
  }
  return answer.targetKey && answer.targetKey === suggested ? { targetKey: answer.targetKey } : null;
}

async function joinSubject(
  tx: Tx,
  kind: Joinable,
  subject: string,
  targetId: string,
): Promise<'joined' | 'in_use' | 'none'> {
  const known = await tx.importRecord.findFirst({
    where: { kind, keys: { has: subject } },
    select: { entityId: true, made: true },
  });
  if (!known || known.entityId === targetId) return 'none';
  if (!known.made) return 'in_use';
  return join(tx, kind, known.entityId, targetId);
}
