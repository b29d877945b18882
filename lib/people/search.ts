import { z } from 'zod';
import { ROLE_KINDS } from '@/lib/people/schema';

const text = (max: number) =>
  z
    .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
    .transform((value) => value.replaceAll('\0', '').trim().slice(0, max))
    .catch('');

/** What a public list may be narrowed to: kinds of roles, and alumni, whom no role names. */
export const SHOWN_KINDS = ['fellow', 'alumni', 'operational_mentor', 'strategic_mentor', 'coach'] as const;

/** The same for the coordination, over every kind of role. */
export const AdminPeopleFilters = z.object({
  q: text(120).default(''),
  kind: z
    .enum(['', ...ROLE_KINDS])
    .catch('')
    .default(''),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type AdminPeopleFilters = z.infer<typeof AdminPeopleFilters>;

export const adminPeopleHref = (
  filters: AdminPeopleFilters,
  change: Partial<AdminPeopleFilters>,
  path = '/admin/people',
) => {
  const next = { ...filters, page: 1, ...change };
  const query = new URLSearchParams();
  for (const key of ['q', 'kind'] as const) if (next[key]) query.set(key, next[key]);
  if (next.page > 1) query.set('page', String(next.page));
  return query.size ? `${path}?${query}` : path;
};

export const PeopleFilters = z.object({
  q: text(120).default(''),
  kind: z
    .enum(['', ...SHOWN_KINDS])
    .catch('')
    .default(''),
  cohort: text(80).default(''),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type PeopleFilters = z.infer<typeof PeopleFilters>;

export function peopleHref(filters: PeopleFilters, change: Partial<PeopleFilters>, path = '/people'): string {
  const next = { ...filters, page: 1, ...change };
  const query = new URLSearchParams();
  for (const key of ['q', 'kind', 'cohort'] as const) if (next[key]) query.set(key, next[key]);
  if (next.page > 1) query.set('page', String(next.page));
  return query.size ? `${path}?${query}` : path;
}

/** LIKE patterns, one a word, for text that `searchable()` made: every word has to be there, in any order. */
export function likePatterns(q: string): string[] {
  const plain = q.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').toLowerCase();
  const words = plain.split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => `%${word.replace(/[\\%_]/g, (char) => `\\${char}`)}%`);
}
