/** Where `public/grids-worker.js` keeps a juror's own grids. */
const KEPT = 'cohorte-grids';
/** What was typed and not yet received, by any form, is kept under names that start so: all of it leaves at sign-out. */
export const DRAFT = 'cohorte.draft:';
const LEAVING = 'cohorte.leaving';

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

function forgetPages(): void {
  if ('caches' in window) void caches.delete(KEPT).catch(() => {});
}

/** Signing out: pages go at once; drafts only once it is done, for without a network nobody is signed out. */
export function leaving(): void {
  forgetPages();
  try {
    sessionStorage.setItem(LEAVING, '1');
  } catch {}
}

/** Nobody is signed in: nothing read here stays. After signing out, drafts neither; after a session that ended, they wait. */
export function nobodyHere(): void {
  forgetPages();
  try {
    if (sessionStorage.getItem(LEAVING) === null) return;
    sessionStorage.removeItem(LEAVING);
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
  } catch {}
}
