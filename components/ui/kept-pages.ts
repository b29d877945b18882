/** Where `public/grids-worker.js` keeps a juror's own grids. */
const KEPT = 'cohorte-grids';
const DRAFT = 'cohorte.draft:';

const worker = () => ('serviceWorker' in navigator ? navigator.serviceWorker : undefined);

/** Asks the worker to keep this page, a grid not sent yet, with the scripts and styles it came with. */
export async function keepThisPage(who: string): Promise<void> {
  const scope = `/${location.pathname.split('/')[1]}/jury/`;
  await worker()?.register('/grids-worker.js', { scope });
  const registration = await worker()?.ready;
  const assets = [
    ...performance.getEntriesByType('resource').map(({ name }) => name),
    ...Array.from(document.scripts, ({ src }) => src),
  ].filter((address) => address.startsWith(`${location.origin}/_next/static/`));
  registration?.active?.postMessage({ keep: location.pathname, who, assets: [...new Set(assets)] });
}

/** The grid is sent or closed: the page as it was kept would lie. */
export function dropThisPage(): void {
  worker()?.controller?.postMessage({ drop: location.pathname });
}

/** Nothing read here stays in this browser once nobody is signed in; what was typed and not taken yet waits for its author. */
export function forgetPages(): void {
  if ('caches' in window) void caches.delete(KEPT).catch(() => {});
}

/** Signing out is leaving nothing behind, drafts included. */
export function forgetEverything(): void {
  forgetPages();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
  } catch {}
}
