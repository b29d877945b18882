import { db } from '@/lib/db';
import { mayImport } from '@/lib/exchange/policy';
import type { Report } from '@/lib/exchange/report';
import type { RunState } from '@/lib/exchange/states';
import type { Viewer } from '@/lib/viewer';

export type RunRow = {
  id: string;
  name: string;
  dialect: string;
  state: RunState;
  createdAt: Date;
  appliedAt: Date | null;
  report: Report;
};

const select = {
  id: true,
  name: true,
  dialect: true,
  state: true,
  createdAt: true,
  appliedAt: true,
  report: true,
} as const;
const shown = (run: { state: string; report: unknown } & Omit<RunRow, 'state' | 'report'>): RunRow => ({
  ...run,
  state: run.state as RunState,
  report: run.report as Report,
});

/** The last fifty imports, newest first. */
export async function importRuns(viewer: Viewer): Promise<RunRow[]> {
  if (!mayImport(viewer)) return [];
  return (await db.importRun.findMany({ select, orderBy: { createdAt: 'desc' }, take: 50 })).map(shown);
}

/** One import and what it reported; null when there is none or the viewer may not see it. */
export async function importRun(
  viewer: Viewer,
  id: string,
): Promise<(RunRow & { canApply: boolean; open: number }) | null> {
  if (!mayImport(viewer) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  const run = await db.importRun.findUnique({ where: { id }, select: { ...select, storageKey: true } });
  if (!run) return null;
  const { storageKey, ...rest } = run;
  const open = await db.importIssue.count({ where: { runId: id, choice: null } });
  return { ...shown(rest), canApply: run.state === 'checked' && storageKey !== null, open };
}
