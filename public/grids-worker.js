// Keeps a juror's own unsent grids readable for a few hours without a network (DECISIONS, grids kept offline). It keeps
// nothing by itself: a page that holds a grid asks for it, and only such pages are ever answered from what is kept.
const KEPT = 'cohorte-grids';
const GRID = /^\/(fr|en)\/jury\/(files|hearings)\/[0-9a-f-]{36}$/;
const WHO = '/grids-worker/who';
const LIFE_MS = 4 * 3_600_000;
/** A network that does not answer is no network. */
const PATIENCE_MS = 6_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.origin && event.origin !== self.location.origin) return;
  const { keep, drop } = event.data ?? {};
  if (keep) event.waitUntil(keepPage(event.data).catch(() => {}));
  if (drop) event.waitUntil(dropPage(drop));
});

async function keepPage({ keep: page, who, assets }) {
  if (!GRID.test(new URL(page, self.location.origin).pathname)) return;
  const before = await caches.open(KEPT);
  const owner = await before.match(WHO);
  // Another person's grids leave before anything of this one is kept.
  if (owner && (await owner.text()) !== who) await caches.delete(KEPT);
  const kept = await caches.open(KEPT);
  await kept.put(WHO, new Response(who));
  await forgetOld(kept);
  const answer = await fetch(page, { credentials: 'same-origin', redirect: 'manual', cache: 'no-store' });
  if (!answer.ok) return;
  // Its own headers come along, the policy with the nonce of its scripts first of all.
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie']) headers.delete(name);
  headers.set('x-kept-at', String(Date.now()));
  await kept.put(page, new Response(await answer.blob(), { status: 200, headers }));
  const missing = [];
  for (const asset of assets ?? []) if (isAsset(asset) && !(await kept.match(asset))) missing.push(asset);
  await Promise.all(missing.map((asset) => kept.add(asset).catch(() => {})));
}

const isAsset = (address) => {
  const url = new URL(address, self.location.origin);
  return url.origin === self.location.origin && url.pathname.startsWith('/_next/static/');
};

const tooOld = (answer) => Date.now() - Number(answer.headers.get('x-kept-at')) > LIFE_MS;

async function forgetOld(kept) {
  for (const request of await kept.keys()) {
    if (!GRID.test(new URL(request.url).pathname)) continue;
    const answer = await kept.match(request);
    if (answer && tooOld(answer)) await kept.delete(request);
  }
}

async function dropPage(page) {
  await (await caches.open(KEPT)).delete(page);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (isAsset(request.url)) event.respondWith(fromKept(request));
  else if (request.mode === 'navigate' && GRID.test(url.pathname)) event.respondWith(openGrid(request, url));
});

/** Addresses of scripts and styles carry their digest: what is kept under one never changes. */
const fromKept = async (request) =>
  ((await caches.has(KEPT)) && (await (await caches.open(KEPT)).match(request))) || fetch(request);

async function openGrid(request, url) {
  const kept = (await caches.has(KEPT)) ? await (await caches.open(KEPT)).match(url.pathname) : undefined;
  const usable = kept && !tooOld(kept) ? kept : undefined;
  const network = fetch(request).then(async (answer) => {
    // Signed out, or no longer theirs (someone stepped aside): what was kept goes.
    if (answer.type === 'opaqueredirect' || answer.redirected || answer.status === 401) await caches.delete(KEPT);
    else if (answer.status === 404 || answer.status === 403) await dropPage(url.pathname);
    return answer;
  });
  if (!usable) return network;
  const late = new Promise((resolve) => setTimeout(() => resolve(usable), PATIENCE_MS));
  return Promise.race([network.catch(() => usable), late]);
}
