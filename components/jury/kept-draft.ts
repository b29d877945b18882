import type { Typed } from './typed';

/** What was typed and the server has not taken yet, kept in this browser; `version` is the one it was typed over. */
type Kept = { version: number; typed: Typed };

const key = (url: string) => `cohorte.draft:${url}`;

/** A browser may refuse to keep anything (private window, full disk): the page itself still holds the text. */
export function keep(url: string, draft: Kept): void {
  try {
    localStorage.setItem(key(url), JSON.stringify(draft));
  } catch {}
}

export function forget(url: string): void {
  try {
    localStorage.removeItem(key(url));
  } catch {}
}

export function kept(url: string): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(key(url)) ?? 'null') as Kept | null;
    return found && typeof found.version === 'number' && typeof found.typed === 'object' ? found : null;
  } catch {
    return null;
  }
}
