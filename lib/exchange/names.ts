import { compact, distance, fold, tidy } from './text';

/** How sure two names are the same: equal once folded, known alias, worth asking, or no. */
export type NameMatch = 'exact' | 'alias' | 'doubtful' | 'none';

export function matchNames(name: string, known: { name: string; aliases?: readonly string[] }): NameMatch {
  const key = compact(name);
  if (!key) return 'none';
  if (key === compact(known.name)) return 'exact';
  if (known.aliases?.some((alias) => compact(alias) === key)) return 'alias';
  return [known.name, ...(known.aliases ?? [])].some((other) => resemble(name, other)) ? 'doubtful' : 'none';
}

/** A second given name, a married name, two names swapped, or a slip of the keyboard: enough to ask, never to merge. */
export function resemble(one: string, other: string): boolean {
  const a = fold(one).split(' ');
  const b = fold(other).split(' ');
  if (a.length < 2 || b.length < 2) return false;
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  if (small.every((word) => large.includes(word))) return true;
  // A slip is in one word: another is the same.
  if (a.length !== b.length || !a.some((word) => b.includes(word))) return false;
  const [x, y] = [a.join(''), b.join('')];
  if (Math.min(x.length, y.length) < 8 || Math.abs(x.length - y.length) > 2) return false;
  // Slips change letters inside words; two people of one family differ by a whole first name.
  return distance(x, y) <= 2 && a.every((word, i) => distance(word, b[i]!) <= Math.max(1, Math.floor(word.length / 3)));
}

const PROFESSIONS =
  /\b(un|une|e|data ?scient\w*|data ?analyst\w*|data ?engineer\w*|dev|develop\w+|design\w*|geomatic\w+|juriste|ergonom\w+|product|owner|chef|cheffe|ingenieur\w*|ux|ui|eig|profil|poste|recherche\w*|mentor|ou|a|venir|pourvoir|definir)\b/g;
const NOBODY = new Set([
  'prenom nom',
  'nom prenom',
  'nom',
  'test',
  'lorem ipsum',
  'john doe',
  'jane doe',
  'personne 1',
  'tbd',
  'todo',
  'na',
  'n a',
]);

/** « Un·e data scientist », « designeur ou designeuse », « Prénom Nom », « ????? », « nom_defi ». */
export function isPlaceholder(text: string): boolean {
  const words = fold(text.replace(/[·.](?=e\b|se\b|euse\b|ice\b)/gi, ' '));
  if (!/\p{L}{2}/u.test(words)) return true;
  if (NOBODY.has(words) || /^(nom|type|titre|prenom)_/.test(tidy(text).toLowerCase())) return true;
  return words.replace(PROFESSIONS, '').replace(/\s+/g, '') === '';
}

/** Two or more names written as one: « Olivier Brandouy, Pascal Guy », « A. Dupont et B. Durand ». */
export function splitNames(text: string): string[] {
  const parts = tidy(text)
    .split(/\s*[,;/&+|]\s*|\s+(?:et|and)\s+/)
    .filter(Boolean);
  return parts.length > 1 && parts.every((part) => /^\S+\s+\S/.test(part)) ? parts : [tidy(text)];
}
