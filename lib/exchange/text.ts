/** Text as the sites wrote it, made comparable: what is kept is tidied, what is compared is folded. */

const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\0]/g;
const SPACES = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

/** One line of text without invisible characters, stray spaces or HTML entities. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(SPACES, ' ')
    .trim();
}

const folded = new Map<string, string>();

/** Lower case words without accents or punctuation, separated by one space. Kept: names are compared many times. */
export function fold(text: string): string {
  const kept = folded.get(text);
  if (kept !== undefined) return kept;
  if (folded.size > 20_000) folded.clear();
  const key = folding(text);
  folded.set(text, key);
  return key;
}

function folding(text: string): string {
  return tidy(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('@', 'a')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same word whatever its spaces: « Open Chronic » and « OpenChronic ». */
export function compact(text: string): string {
  return fold(text).replaceAll(' ', '');
}

export function slug(text: string): string {
  return fold(text).replaceAll(' ', '-');
}

/** How many letters to add, remove, change or swap to go from one to the other. */
export function distance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let older: number[] = [];
  let row = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2]! + 1);
      next.push(best);
    }
    older = row;
    row = next;
  }
  return row[b.length]!;
}

/** A page's address without its host, ending and accents: /defis/2018/dataesr. */
export function pagePath(address: string): string | null {
  const path = decoded(tidy(address))
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/, '')
    .replace(/\.(html|md)$/, '');
  const parts = path.split('/').map(slug).filter(Boolean);
  return parts.length > 0 ? `/${parts.join('/')}` : null;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
