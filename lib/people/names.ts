/** Invisible characters that files and copy-paste bring along: zero-width, soft hyphen, direction marks, BOM. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4`]/g;

/** A name as shown: one space between words, plain dashes, no invisible character. */
export function cleanName(name: string): string {
  return name.normalize('NFC').replace(INVISIBLE, '').replace(DASHES, '-').replace(/\s+/g, ' ').trim();
}

/** A name as compared: no accent, case, dash, apostrophe nor punctuation. "Pierre–Alain Jachiet" → "pierre alain jachiet". */
export function nameKey(name: string): string {
  return cleanName(name)
    .replace(APOSTROPHES, "'")
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every key under which a record is found: its name and its aliases. */
export const nameKeys = (name: string, aliases: readonly string[] = []): string[] =>
  [...new Set([name, ...aliases].map(nameKey))].filter((key) => key !== '');

/** "Élisabeth Fainstein" → "elisabeth-fainstein"; never empty. */
export const slugify = (text: string): string => nameKey(text).replaceAll(' ', '-').slice(0, 80) || 'sans-nom';

/** The first free slug: "eig-link", then "eig-link-2"… */
export async function freeSlug(text: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  const base = slugify(text);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await taken(slug))) return slug;
  }
}
