import { DRAFT } from '@/components/ui/kept-pages';
import type { Batch } from '@/lib/applications/draft-saver';

/**
 * Words of a draft that the server is not known to have, in this browser: for one person, one draft and one page of it,
 * so that two tabs keep theirs apart. They leave once the server has them, at sign-out, and after a month.
 */
export type Kept = Batch & { at: number };
const MONTH_MS = 30 * 86_400_000;

const under = (who: string, url: string) => `${DRAFT}${who} ${url} `;
export const pageKey = (who: string, url: string): string => `${under(who, url)}${Math.random().toString(36).slice(2)}`;

/** False when this browser keeps nothing (private window, full disk): the page itself then still holds the text. */
export function keepWords(key: string, batch: Batch): boolean {
  try {
    if (Object.keys(batch.fields).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ ...batch, at: Date.now() } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export const isKept = (key: string): boolean => read(key) !== null;

/** Says, as long as the page lives, that the words under this key are its own. Returns what ends it. */
export function owning(key: string): () => void {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  void navigator.locks?.request(key, () => ended).catch(() => {});
  return end;
}

/** What pages that are gone left of this draft, newest first. */
export async function leftWords(who: string, url: string): Promise<[key: string, kept: Kept][]> {
  const open = new Set((await navigator.locks?.query().catch(() => undefined))?.held?.map((one) => one.name));
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(DRAFT))
      .map((key): [string, Kept | null] => [key, read(key)])
      .filter(
        (one): one is [string, Kept] => one[1] !== null && one[0].startsWith(under(who, url)) && !open.has(one[0]),
      )
      .sort(([, a], [, b]) => b.at - a.at);
  } catch {
    return [];
  }
}

/** One field of what was left is back in a page, or received. */
export function takeWord(key: string, field: string): void {
  const kept = read(key);
  if (!kept) return;
  const { [field]: _, ...fields } = kept.fields;
  keepWords(key, { ...kept, fields });
}

function read(key: string): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    if (typeof found?.at !== 'number' || typeof found.fields !== 'object') return null;
    if (found.at > Date.now() - MONTH_MS) return found;
    localStorage.removeItem(key);
    return null;
  } catch {
    return null;
  }
}
