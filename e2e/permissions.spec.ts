import { type APIResponse, expect, type Page, test } from '@playwright/test';
import { type Access, MATRIX, ROLES, type Role } from './permissions';
import { addressOf, leaveOneMail, signInAs } from './support';

const may = (access: Access, role: Role | null) =>
  access.who === 'everyone' || (role !== null && (access.who === 'signed-in' || access.who.includes(role)));

const EVERYWHERE = [
  'x-content-type-options',
  'referrer-policy',
  'strict-transport-security',
  'content-security-policy',
];

/** No redirection is followed, but the one by which the built server adds to an RSC address the digest it wants. */
async function get(page: Page, address: string, rsc: boolean): Promise<APIResponse> {
  const options = { maxRedirects: 0, headers: rsc ? { RSC: '1' } : undefined };
  const response = await page.request.get(address, options);
  const target = URL.parse(response.headers().location ?? '', response.url());
  const samePlace = target?.pathname === new URL(response.url()).pathname;
  return rsc && samePlace && target.searchParams.has('_rsc') ? page.request.get(target.href, options) : response;
}

/** A page runs no script without the nonce of its own response, and what is private is kept by no cache. */
function pageFaults(where: string, headers: Record<string, string>, body: string): string[] {
  const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
  const bare = [...body.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !nonce || !tag.includes(`nonce="${nonce}"`));
  return [
    ...(bare.length ? [`${where}: ${bare.length} scripts without the nonce`] : []),
    ...(/no-store/.test(headers['cache-control'] ?? '') ? [] : [`${where}: may be kept by a cache`]),
  ];
}

async function ask(page: Page, role: Role | null, route: string, access: Access): Promise<string[]> {
  const address = await addressOf(route, access);
  if (address === null) return [`${route}: the demo has no sample to ask for`];
  const told: string[] = [];
  for (const rsc of route.startsWith('/api/') ? [false] : [false, true]) {
    const response = await get(page, address, rsc);
    const [status, headers, body] = [response.status(), response.headers(), await response.text()];
    const who = `${role ?? 'visitor'}${rsc ? ' (RSC)' : ''}`;
    if (may(access, role)) {
      const wanted = access.status ?? 200;
      const absent = wanted === 404 && rsc && body.includes('NEXT_HTTP_ERROR_FALLBACK;404');
      if (status !== wanted && !absent) told.push(`${who} ${address}: ${status}, not ${wanted}`);
    } else if (role === null && access.signIn) {
      const to = `${headers.location ?? ''} ${rsc ? body : ''}`;
      if (!to.includes('/sign-in')) told.push(`${who} ${address}: ${status}, not sent to sign in`);
    } else if (status !== 404 && !(rsc && body.includes('NEXT_HTTP_ERROR_FALLBACK;404'))) {
      told.push(`${who} ${address}: ${status}, not 404`);
    }
    if (/^text\/html/.test(headers['content-type'] ?? '')) told.push(...pageFaults(`${who} ${address}`, headers, body));
    for (const name of EVERYWHERE) if (!headers[name]) told.push(`${who} ${address}: no ${name}`);
  }
  return told;
}

const entries = Object.entries(MATRIX).filter(([, access]) => !access.elsewhere);

test.beforeAll(leaveOneMail);

for (const role of [null, ...ROLES]) {
  test(`${role ?? 'a visitor'} reads what the matrix says and nothing more`, async ({ page }) => {
    test.setTimeout(240_000);
    if (role) await signInAs(page, role);
    const told: string[] = [];
    for (const [route, access] of entries) told.push(...(await ask(page, role, route, access)));
    expect(told).toEqual([]);
  });
}
