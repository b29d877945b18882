import { tidy } from './text';

export type Town = { name: string; postcode: string | null; department: string | null };

/** « Paris (75001) », « 75012 Paris », « Bordeaux (33) | Champs-sur-Marne (77) », « Saint-Mandé ». */
export function readTowns(text: string): Town[] {
  return tidy(text)
    .split(/\s*[|;/]\s*|,\s+(?=\p{Lu})/u)
    .map(readTown)
    .filter((town) => town !== null);
}

function readTown(text: string): Town | null {
  const code = /\(?\b(\d{5}|\d{2,3}|2[AB])\b\)?/.exec(text)?.[1] ?? null;
  const name = tidy(text.replace(/\(?\b(\d{5}|\d{2,3}|2[AB])\b\)?/, ' ').replace(/\(\s*\)/, ''));
  if (!name) return null;
  const postcode = code?.length === 5 ? code : null;
  return { name, postcode, department: postcode ? departmentOf(postcode) : code };
}

function departmentOf(postcode: string): string {
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  if (postcode.startsWith('20')) return postcode < '20200' ? '2A' : '2B';
  return postcode.slice(0, 2);
}
