import { basename } from 'node:path';
import type { Clock } from '@/lib/clock';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { fingerprint } from '@/lib/exchange/issues';
import { type Plan, planImport } from '@/lib/exchange/plan';
import { mayImport } from '@/lib/exchange/policy';
import { importChoices, importMemory } from '@/lib/exchange/queries/memory';
import { readSite, type SiteRefusal } from '@/lib/exchange/reading';
import { type Report, reportOf } from '@/lib/exchange/report';
import type { RunState } from '@/lib/exchange/states';
import { newId, writePlan } from '@/lib/exchange/writing';
import { record } from '@/lib/record';
import { ok, type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

/** Imports run one at a time: the second waits, then finds what the first wrote. */
const LOCK = 20170101;

export type ImportOptions = {
  /** Reads, plans, and writes nothing at all. */
  dryRun?: boolean;
  skipMalformed?: boolean;
  /** What people call it, when the path does not say. */
  name?: string;
  /** The checked run that this applies. */
  runId?: string;
  clock: Clock;
};
export type ImportRefusal = SiteRefusal['reason'] | 'forbidden' | 'already_applied';
export type ImportResult = Result<{ report: Report; runId: string | null }, ImportRefusal>;

/** Reads a site and applies it in one transaction. */
export async function importSite(viewer: Viewer, path: string, options: ImportOptions): Promise<ImportResult> {
  if (!mayImport(viewer)) return refuse('forbidden');
  const read = await readSite(path, await importChoices(viewer), options);
  if (!read.ok) return refuse(read.refusal.reason, { detail: read.refusal.detail });
  const today = options.clock().toISOString().slice(0, 10);
  return transaction(async (tx) => {
    if (!options.dryRun) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const choices = await importChoices(viewer, tx);
    const plan = planImport(read.snapshot, await importMemory(viewer, tx), choices, { newId, today });
    const report = reportOf(plan);
    if (options.dryRun) return ok({ report, runId: null });
    const runId = await keepRun(tx, viewer, plan, {
      ...options,
      name: options.name ?? basename(path),
      state: 'applied',
    });
    if (!runId) return refuse('already_applied');
    await writePlan(tx, plan.writes);
    await keepIssues(tx, runId, plan);
    const { dialect, cohorts, challenges, people, organisations, roles } = report;
    const counts = { dialect, cohorts, challenges, people, organisations, roles, issues: report.issues.length };
    await record(tx, viewer, 'site.imported', { kind: 'import', id: runId }, counts);
    return ok({ report, runId });
  });
}

/** Reads an uploaded archive and keeps what it would do, with its questions, so that they can be answered before it is applied. */
export async function checkSite(
  viewer: Viewer,
  path: string,
  options: { name: string; storageKey: string; clock: Clock },
): Promise<Result<{ runId: string }, ImportRefusal>> {
  if (!mayImport(viewer)) return refuse('forbidden');
  const read = await readSite(path, await importChoices(viewer));
  if (!read.ok) return refuse(read.refusal.reason, { detail: read.refusal.detail });
  const today = options.clock().toISOString().slice(0, 10);
  return transaction(async (tx) => {
    const plan = planImport(read.snapshot, await importMemory(viewer, tx), await importChoices(viewer, tx), {
      newId,
      today,
    });
    const runId = (await keepRun(tx, viewer, plan, { ...options, state: 'checked' }))!;
    await keepIssues(tx, runId, plan);
    await record(
      tx,
      viewer,
      'site.checked',
      { kind: 'import', id: runId },
      { dialect: plan.dialect, issues: plan.issues.length },
    );
    return ok({ runId });
  });
}

type Kept = { name: string; state: RunState; runId?: string; storageKey?: string; clock: Clock };

/** The run's row; null when another request applied it first. */
async function keepRun(
  tx: Tx,
  viewer: Viewer,
  plan: Plan,
  { name, state, runId, storageKey, clock }: Kept,
): Promise<string | null> {
  const data = {
    state,
    report: reportOf(plan) as Prisma.InputJsonObject,
    appliedAt: state === 'applied' ? clock() : null,
  };
  if (runId) {
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, state: 'checked' },
      data: { ...data, storageKey: null },
    });
    return count === 1 ? runId : null;
  }
  const made = { ...data, name: name.slice(0, 200), dialect: plan.dialect, storageKey, byId: personId(viewer) };
  return (await tx.importRun.create({ data: made, select: { id: true } })).id;
}

/** Each question once; those that the same site no longer asks once it is applied go, unless they were answered. */
export async function keepIssues(
  tx: Tx,
  runId: string,
  { issues, dialect }: Pick<Plan, 'issues' | 'dialect'>,
): Promise<void> {
  const byPrint = new Map(issues.map((issue) => [fingerprint(issue), issue]));
  const prints = [...byPrint.keys()];
  await tx.importIssue.updateMany({ where: { fingerprint: { in: prints } }, data: { runId } });
  await tx.importIssue.createMany({
    data: [...byPrint].map(([print, issue]) => ({
      ...{ fingerprint: print, runId, file: issue.file, field: issue.field, value: issue.value, reason: issue.reason },
      ...{ about: issue.about, subject: issue.subject, suggestionKey: issue.suggestion?.key },
      ...{ suggestionLabel: issue.suggestion?.label, suggestionId: issue.suggestion?.id },
    })),
    skipDuplicates: true,
  });
  const run = await tx.importRun.findUniqueOrThrow({ where: { id: runId }, select: { name: true, state: true } });
  if (run.state !== 'applied') return;
  await tx.importIssue.deleteMany({ where: { runId: { not: runId }, choice: null, run: { dialect, name: run.name } } });
}
