import type { OrganisationKind } from './snapshot';
import { compact, distance, fold, tidy } from './text';

export type Body = { name: string; acronym: string | null; kind: OrganisationKind };
/** From the ministry down to the hosts; several hosts only when the text names several bodies side by side. */
export type Administration = { chain: Body[]; hosts: Body[] };

const HEAD =
  /^(?:Minist[eè]re|Minis[eè]re|Services? du Premier|Secr[eé]tariat g[eé]n[eé]ral|Direction|Directoire|D[eé]l[eé]gation|Agence|Mission|D[eé]partement|Service|Acad[eé]mie|Institut|Commissariat|Autorit[eé]|Haute Autorit[eé]|Caisse|Centre|Cour|Brigade|Pr[eé]fecture|R[eé]gion|Ville|M[eé]tropole|Etalab|DIRECCTE|DREETS|DREAL|Carrefour|Office|Conseil|Mus[eé]um|Biblioth[eè]que|Universit[eé]|CHU|H[oô]pital)/i;
const ACRONYM = /^[A-Z]{4,}\b/;
const STOP = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'd',
  'et',
  'a',
  'au',
  'aux',
  'en',
  'pour',
  'the',
  'of',
]);

/** « Ministère de l’Intérieur, Direction générale de la gendarmerie nationale (DGGN) » → the ministry, then its direction. */
export function readAdministration(text: string): Administration | null {
  const clean = tidy(text)
    .replace(/^administration de rattachement\s*:\s*/i, '')
    .replace(/[,;\s]+$/, '');
  const segments = cut(clean).filter(Boolean);
  if (segments.length === 0) return null;
  if (segments.length > 1 && isMinistry(segments.at(-1)!) && !isMinistry(segments[0]!)) segments.reverse();
  const levels = segments.map((segment) => splitBodies(segment).map(readBody));
  const hosts = levels.at(-1)!;
  return { chain: levels.slice(0, -1).map((bodies) => bodies[0]!), hosts };
}

/** A comma or a dash separates two bodies only before the start of another body's name. */
function cut(text: string): string[] {
  const done: string[] = [];
  const parts = text.split(/(,\s*|\s+[-–—]\s+)/);
  for (let i = 0; i < parts.length; i += 2) {
    const part = parts[i]!;
    const starts = HEAD.test(part) || ACRONYM.test(part);
    if (done.length === 0 || starts) done.push(part);
    else done.push(`${done.pop()}${parts[i - 1]}${part}`);
  }
  return done;
}

function splitBodies(text: string): string[] {
  const parts = text.split(/\s+et\s+(?=(?:Agence|Direction|Minist[eè]re|DIRECCTE|DREETS|Caisse|Institut|[A-Z]{4,})\b)/);
  return parts.map((part) => tidy(part));
}

function readBody(text: string): Body {
  const found = /\s*\(([A-Za-zÀ-ÿ-]{2,12})\)\s*/.exec(text);
  const name = tidy(found ? text.replace(found[0], ' ') : text).replace(/[,;]+$/, '');
  const bare = /^[A-Z]{3,8}$/.test(name) ? name : null;
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    acronym: found?.[1]?.toUpperCase() ?? bare,
    kind: kindOf(name),
  };
}

function isMinistry(text: string): boolean {
  return /^(minist[eè]re|minis[eè]re|services? du premier)/i.test(text);
}

function kindOf(name: string): OrganisationKind {
  if (isMinistry(name)) return 'ministry';
  const key = fold(name);
  if (/^(cour|conseil d etat)/.test(key)) return 'court';
  if (/^(autorite|haute autorite|commission)/.test(key)) return 'authority';
  if (/^(academie|direccte|dreets|dreal|prefecture|direction regionale|agence regionale|ars)\b/.test(key))
    return 'territorial';
  if (/^(direction|delegation|secretariat|commissariat|departement|mission|etalab|brigade)/.test(key))
    return 'direction';
  if (/^(agence|institut|caisse|bibliotheque|museum|centre|office|universite|brgm|shom)/.test(key)) return 'operator';
  if (/^(service|carrefour|programme)/.test(key)) return 'service';
  return 'other';
}

/** The words that tell bodies apart, in order: articles, case and acronyms in brackets do not. */
export function organisationKey(name: string): string {
  return fold(name.replace(/\([^)]*\)/g, ' '))
    .split(' ')
    .filter((word) => word && !STOP.has(word))
    .join(' ');
}

/** Worth asking: one letter astray, or the same words but one. */
export function resembleOrganisations(one: string, other: string): boolean {
  const [a, b] = [organisationKey(one), organisationKey(other)];
  if (a === b || !a || !b) return false;
  const [x, y] = [a.split(' '), b.split(' ')];
  const shared = x.filter((word) => y.includes(word)).length;
  if (shared >= 3 && shared >= Math.max(x.length, y.length) - 1) return true;
  if (x.length === y.length && shared < x.length && Math.min(compact(a).length, compact(b).length) >= 12)
    return distance(a, b) <= 2;
  return x.length >= 4 && y.length >= 4 && shared / Math.max(x.length, y.length) >= 0.75;
}
