import { z } from 'zod';
import { reasons } from './issues';

const text = (max: number) =>
  z
    .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
    .transform((value) => value.replaceAll('\0', '').trim().slice(0, max))
    .catch('');

/** Which issues a coordinator looks at. */
export const IssueFilters = z.object({
  q: text(120).default(''),
  reason: z
    .enum(['', ...reasons])
    .catch('')
    .default(''),
  state: z.enum(['open', 'answered']).catch('open').default('open'),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type IssueFilters = z.infer<typeof IssueFilters>;

export function issuesHref(filters: IssueFilters, change: Partial<IssueFilters>): string {
  const next = { ...filters, page: 1, ...change };
  const query = new URLSearchParams();
  if (next.q) query.set('q', next.q);
  if (next.reason) query.set('reason', next.reason);
  if (next.state !== 'open') query.set('state', next.state);
  if (next.page > 1) query.set('page', String(next.page));
  return query.size > 0 ? `/admin/imports/issues?${query}` : '/admin/imports/issues';
}

/** An answer to an issue: a record to link to (by id, or by key while it waits to be made), create, or ignore. */
export const Resolution = z.object({
  issueId: z.uuid(),
  act: z.enum(['link', 'create', 'ignore']),
  targetId: z.uuid().optional(),
  targetKey: z.string().max(300).optional(),
});
export type Resolution = z.infer<typeof Resolution>;

export const RunRef = z.object({ runId: z.uuid() });
export const IssueRef = z.object({ issueId: z.uuid() });
