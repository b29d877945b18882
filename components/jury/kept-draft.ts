import type { Typed } from './typed';

/**
 * What was typed, kept in this browser; `version` is the one it was typed over, or what it became once `taken` by the
 * server: a page kept to be read offline may be older than that.
 */
export type Kept = { version: number; typed: Typed; taken?: true };

const key = (url: string) => `cohorte.draft:${url}`;

/** Whether it is kept: a browser may refuse (private window, full disk), and the page itself then still holds the text. */
export function keep(url: string, draft: Kept): boolean {
  try {
    localStorage.setItem(key(url), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
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
