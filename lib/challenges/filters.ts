import { z } from 'zod';

const text = (max: number) =>
  z
    .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
    .transform((value) => value.replaceAll('\0', '').trim().slice(0, max))
    .catch('');

/** What the address bar says; anything else is ignored, never an error. */
export const ChallengeFilters = z.object({
  q: text(120).default(''),
  cohort: text(80).default(''),
  organisation: text(80).default(''),
  skill: text(60).default(''),
  theme: text(60).default(''),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type ChallengeFilters = z.infer<typeof ChallengeFilters>;

export const facets = ['cohort', 'organisation', 'skill', 'theme'] as const;
export type Facet = (typeof facets)[number];

/** The address of the same list with something changed: state lives in the URL, and a new filter starts at page 1. */
export function filtersHref(
  filters: ChallengeFilters,
  change: Partial<ChallengeFilters>,
  path = '/challenges',
): string {
  const next = { ...filters, page: 1, ...change };
  const query = new URLSearchParams();
  for (const key of ['q', ...facets] as const) if (next[key]) query.set(key, next[key]);
  if (next.page > 1) query.set('page', String(next.page));
  return query.size ? `${path}?${query}` : path;
}

export const isFiltered = (filters: ChallengeFilters): boolean =>
  filters.q !== '' || facets.some((facet) => filters[facet] !== '');
