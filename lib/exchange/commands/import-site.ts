import { basename } from 'node:path';
import type { Clock } from '@/lib/clock';
import { type Prisma, type Tx, transaction } from '@/lib/db';
import { fingerprint } from '@/lib/exchange/issues';
import { type Plan, planImport } from '@/lib/exchange/plan';
import { mayImport } from '@/lib/exchange/policy';
import { importChoices, importMemory } from '@/lib/exchange/queries/memory';
import { readSite, type SiteRefusal } from '@/lib/exchange/reading';
import { type Report, reportOf } from '@/lib/exchange/report';
import { newId, writePlan } from '@/lib/exchange/writing';
import { record } from '@/lib/record';
import { type Result, refuse } from '@/lib/result';
import { personId, type Viewer } from '@/lib/viewer';

/** Imports run one at a time: the second waits, then finds what the first wrote. */
const LOCK = 20170101;

export type ImportOptions = { dryRun?: boolean; skipMalformed?: boolean; name?: string; clock: Clock };
export type ImportResult = Result<{ report: Report; runId: string | null }, SiteRefusal['reason'] | 'forbidden'>;

/** Reads a site and applies it in one transaction. A dry run reads, plans, and writes nothing at all. */
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
    if (options.dryRun) return { ok: true, value: { report, runId: null } };
    await writePlan(tx, plan.writes);
    const run = await tx.importRun.create({
      data: {
        name: (options.name ?? basename(path)).slice(0, 200),
        dialect: plan.dialect,
        state: 'applied',
        report: report as Prisma.InputJsonObject,
        byId: personId(viewer),
        appliedAt: options.clock(),
      },
      select: { id: true },
    });
    await keepIssues(tx, run.id, plan);
    const { dialect, cohorts, challenges, people, organisations, roles } = report;
    const counts = { dialect, cohorts, challenges, people, organisations, roles, issues: report.issues.length };
    await record(tx, viewer, 'site.imported', { kind: 'import', id: run.id }, counts);
    return { ok: true, value: { report, runId: run.id } };
  });
}

/** Each question once; those of the same dialect that are no longer asked go, unless they were answered. */
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
  await tx.importIssue.deleteMany({ where: { runId: { not: runId }, choice: null, run: { dialect } } });
}
