import { z } from 'zod';
import { APPLICATION_STATES, type ApplicationState } from './states';

const one = (max: number) =>
  z
    .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
    .transform((value) => value.replaceAll('\0', '').trim().slice(0, max))
    .catch('')
    .default('');

/** States the team sees on its board: drafts belong to those who write them. */
export const INTAKE_STATES = APPLICATION_STATES.filter((state) => state !== 'draft');
export const SORTS = ['received', 'title', 'organisation', 'state'] as const;

/** The board's address is its state: filters, order and page. */
export const IntakeFilters = z.object({
  q: one(120),
  state: z
    .enum(['', ...(INTAKE_STATES as [ApplicationState, ...ApplicationState[]])])
    .catch('')
    .default(''),
  instructor: z
    .union([z.literal(''), z.literal('none'), z.uuid()])
    .catch('')
    .default(''),
  label: one(60),
  coFunding: z.enum(['', 'yes', 'no']).catch('').default(''),
  sort: z.enum(SORTS).catch('received').default('received'),
  down: z.enum(['', '1']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type IntakeFilters = z.infer<typeof IntakeFilters>;

export function intakeHref(path: string, filters: IntakeFilters, change: Partial<IntakeFilters>): string {
  const next = { ...filters, page: 1, ...change };
  const query = new URLSearchParams();
  for (const key of ['q', 'state', 'instructor', 'label', 'coFunding', 'down'] as const)
    if (next[key]) query.set(key, next[key]);
  if (next.sort !== 'received') query.set('sort', next.sort);
  if (next.page > 1) query.set('page', String(next.page));
  return query.size ? `${path}?${query}` : path;
}

export const isFiltered = ({ q, state, instructor, label, coFunding }: IntakeFilters): boolean =>
  [q, state, instructor, label, coFunding].some(Boolean);
