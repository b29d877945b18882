import { z } from 'zod';

/** What the search box sends; anything else is ignored, never an error. */
export const SearchQuery = z.object({
  q: z
    .union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])
    .transform((value) => value.replaceAll('\0', '').trim().slice(0, 120))
    .catch('')
    .default(''),
});

/** In the order they are shown: what is one's own first, then what everybody may read. */
export const FOUND_KINDS = [
  'own',
  'file',
  'reading',
  'challenge',
  'call',
  'person',
  'organisation',
  'cohort',
  'resource',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** One thing found: `hint` says which one it is among its like; `href` is a path without language. */
export type Found = { kind: FoundKind; title: string; hint: string; href: string };

export const byKind = (found: readonly Found[]): { kind: FoundKind; items: Found[] }[] =>
  FOUND_KINDS.map((kind) => ({ kind, items: found.filter((one) => one.kind === kind) })).filter(
    ({ items }) => items.length > 0,
  );
