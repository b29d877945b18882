import { db, type Prisma, rows } from '@/lib/db';
import type { About, Reason } from '@/lib/exchange/issues';
import { mayImport } from '@/lib/exchange/policy';
import type { IssueFilters } from '@/lib/exchange/schema';
import type { Act } from '@/lib/exchange/states';
import { likePatterns } from '@/lib/people/search';
import type { Viewer } from '@/lib/viewer';

export const PAGE = 50;

export type IssueRow = {
  id: string;
  file: string;
  field: string;
  value: string;
  reason: Reason;
  about: About;
  suggestionLabel: string | null;
  choice: { act: Act } | null;
};

const select = {
  ...{ id: true, file: true, field: true, value: true, reason: true, about: true, suggestionLabel: true },
  choice: { select: { act: true } },
} as const;
const shown = (issue: Prisma.ImportIssueGetPayload<{ select: typeof select }>) => issue as unknown as IssueRow;

/** One page of issues, and how many there are of each reason in that state. Two queries. */
export async function listIssues(viewer: Viewer, filters: IssueFilters) {
  if (!mayImport(viewer)) return { issues: [], total: 0, reasons: [] };
  const state: Prisma.ImportIssueWhereInput = filters.state === 'open' ? { choice: null } : { choice: { isNot: null } };
  const words = filters.q
    ? [{ value: { contains: filters.q, mode: 'insensitive' } }, { file: { contains: filters.q, mode: 'insensitive' } }]
    : [];
  const where = {
    ...state,
    ...(filters.reason ? { reason: filters.reason } : {}),
    ...(words.length > 0 ? { OR: words as Prisma.ImportIssueWhereInput[] } : {}),
  };
  const issues = await db.importIssue.findMany({
    where,
    select,
    orderBy: [{ reason: 'asc' }, { value: 'asc' }, { id: 'asc' }],
    skip: (filters.page - 1) * PAGE,
    take: PAGE,
  });
  const counted = await db.importIssue.groupBy({
    by: ['reason'],
    where: state,
    _count: true,
    orderBy: { reason: 'asc' },
  });
  const reasons = counted.map((group) => ({ reason: group.reason as Reason, count: group._count }));
  const total = words.length > 0 ? await db.importIssue.count({ where }) : sum(reasons, filters.reason);
  return { issues: issues.map(shown), total, reasons };
}

const sum = (reasons: { reason: string; count: number }[], only: string): number =>
  reasons.reduce((all, { reason, count }) => (only === '' || only === reason ? all + count : all), 0);

export type IssueDetail = IssueRow & {
  suggestion: { id: string | null; key: string; label: string } | null;
  runId: string;
  run: { name: string; dialect: string };
  choice: { act: Act; targetLabel: string | null } | null;
};

/** One issue with what it suggests and what was answered. */
export async function issueDetail(viewer: Viewer, id: string): Promise<IssueDetail | null> {
  if (!mayImport(viewer) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  const issue = await db.importIssue.findUnique({
    where: { id },
    select: {
      ...{ ...select, subject: true, suggestionKey: true, suggestionId: true, runId: true },
      run: { select: { name: true, dialect: true } },
      choice: { select: { act: true, targetKind: true, targetId: true, targetKey: true } },
    },
  });
  if (!issue) return null;
  const { suggestionKey, suggestionId, choice, ...rest } = issue;
  const target = choice?.targetId
    ? (await targets(viewer, choice.targetKind ?? '', { id: choice.targetId }))[0]
    : undefined;
  return {
    ...(rest as unknown as IssueRow & { runId: string; run: { name: string; dialect: string } }),
    suggestion: suggestionKey ? { id: suggestionId, key: suggestionKey, label: issue.suggestionLabel ?? '' } : null,
    choice: choice && { act: choice.act as Act, targetLabel: target?.label ?? choice.targetKey },
  };
}

export type Target = { id: string; label: string; hint: string };

const FROM: Record<string, string> = {
  person: `SELECT p.id, p.name AS label, p.headline AS hint FROM person p WHERE searchable(p.name, joined(p.aliases)) LIKE ALL ($1::text[]) OR p.id = $2::uuid`,
  challenge: `SELECT c.id, c.title AS label, k.name AS hint FROM challenge c JOIN cohort k ON k.id = c.cohort_id
    WHERE searchable(c.title, joined(c.aliases)) LIKE ALL ($1::text[]) OR c.id = $2::uuid`,
  organisation: `SELECT o.id, o.name AS label, COALESCE(o.acronym, '') AS hint FROM organisation o
    WHERE searchable(o.name, o.acronym, joined(o.aliases)) LIKE ALL ($1::text[]) OR o.id = $2::uuid`,
  cohort: `SELECT k.id, k.name AS label, COALESCE(k.year::text, '') AS hint FROM cohort k WHERE searchable(k.name) LIKE ALL ($1::text[]) OR k.id = $2::uuid`,
};

/** Records an issue may be linked to: by words, or the one of an id. Twenty at most. */
export async function targets(viewer: Viewer, about: string, asked: { q?: string; id?: string }): Promise<Target[]> {
  const from = FROM[about];
  if (!mayImport(viewer) || !from || (!asked.q && !asked.id)) return [];
  const patterns = likePatterns(asked.q ?? '');
  // LIKE ALL of no pattern is true of every row: a word that nothing holds is true of none.
  return rows<Target>(`${from} ORDER BY 2, 1 LIMIT 20`, [
    patterns.length > 0 ? patterns : ['\u0001'],
    asked.id ?? null,
  ]);
}
