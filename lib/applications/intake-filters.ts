import { z } from 'zod';
import { NEXT_STEPS } from './next-step';
import { APPLICATION_STATES, type ApplicationState } from './states';

const one = (max: number) =>
  z
    .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
    .transform((value) => value.replaceAll('\0', '').trim().slice(0, max))
    .catch('')
    .default('');

/** States the team works on: drafts belong to those who write them, and have a list of their own. */
export const INTAKE_STATES = APPLICATION_STATES.filter((state) => state !== 'draft');
export const SORTS = ['received', 'title', 'organisation', 'state', 'instructor'] as const;
const PROFILES = ['developer', 'designer', 'dataScientist', 'dataEngineer', 'geomatician', 'lawyer', 'other'] as const;
export const INTAKE_PROFILES: readonly string[] = PROFILES;

/** The board's address is its state: filters, order and page. `me` is whoever reads: a view can be shared. */
export const IntakeFilters = z.object({
  q: one(120),
  state: z
    .enum(['', ...(INTAKE_STATES as [ApplicationState, ...ApplicationState[]])])
    .catch('')
    .default(''),
  instructor: z
    .union([z.literal(''), z.literal('none'), z.literal('me'), z.uuid()])
    .catch('')
    .default(''),
  label: one(60),
  coFunding: z.enum(['', 'yes', 'no']).catch('').default(''),
  profile: z
    .enum(['', ...PROFILES])
    .catch('')
    .default(''),
  next: z
    .enum(['', ...NEXT_STEPS])
    .catch('')
    .default(''),
  sort: z.enum(SORTS).catch('received').default('received'),
  down: z.enum(['', '1']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type IntakeFilters = z.infer<typeof IntakeFilters>;

const NARROWING = ['q', 'state', 'instructor', 'label', 'coFunding', 'profile', 'next'] as const;

/** The filters as a query string, without the page: also what a saved view keeps. */
export function intakeQuery(filters: IntakeFilters): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of [...NARROWING, 'down'] as const) if (filters[key]) query.set(key, filters[key]);
  if (filters.sort !== 'received') query.set('sort', filters.sort);
  return query;
}

export function intakeHref(path: string, filters: IntakeFilters, change: Partial<IntakeFilters>): string {
  const next = { ...filters, page: 1, ...change };
  const query = intakeQuery(next);
  if (next.page > 1) query.set('page', String(next.page));
  return query.size ? `${path}?${query}` : path;
}

/** Whether files have to be counted to know how many the filters leave: the states are counted already. */
export const isNarrowed = (filters: IntakeFilters): boolean =>
  NARROWING.some((key) => key !== 'state' && Boolean(filters[key]));

export const isFiltered = (filters: IntakeFilters): boolean => NARROWING.some((key) => Boolean(filters[key]));

/** `me` in the address becomes whoever reads. */
export const asReader = (filters: IntakeFilters, viewerId: string): IntakeFilters =>
  filters.instructor === 'me' ? { ...filters, instructor: viewerId } : filters;
