import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import NextAuth from 'next-auth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Lie, startFakeProvider } from '@/e2e/fake-oidc-provider';
import { providerLogout } from '@/lib/auth/logout';
import { authOptions } from '@/lib/auth/options';
import { sessionViewer } from '@/lib/auth/queries';
import { db, disconnect } from '@/lib/db';
import { makePerson, viewerOf } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
const client = { id: 'cohorte', secret: 'a-secret-of-the-test' };
let provider: Awaited<ReturnType<typeof startFakeProvider>>;
let site = '';
let server: Server;

/** Our handler behind a real HTTP server, as next-auth's Node entry reads it. */
beforeAll(async () => {
  provider = await startFakeProvider(client);
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const cookies = (request.headers.cookie ?? '')
      .split('; ')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
      });
    const nextauth = url.pathname.replace('/api/auth/', '').split('/');
    const body = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
    const asked = Object.assign(request, {
      query: { ...Object.fromEntries(url.searchParams), nextauth },
      cookies: Object.fromEntries(cookies),
      body,
    });
    const answer = Object.assign(response, {
      status: (code: number) => Object.assign(response, { statusCode: code }),
      redirect: (to: string) => response.writeHead(302, { location: to }).end(),
      send: (body: unknown) => response.end(typeof body === 'string' ? body : JSON.stringify(body)),
      json: (data: unknown) => response.end(JSON.stringify(data)),
    });
    await NextAuth(asked as never, answer as never, authOptions());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    NEXTAUTH_URL: site,
    NEXTAUTH_SECRET: 'the-secret-of-these-tests',
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
  });
});
afterAll(async () => {
  server?.close();
  server?.closeAllConnections();
  await provider?.close();
  await disconnect();
});

/** A browser in ten lines: keeps cookies of our site, follows no redirect by itself. */
function browser() {
  const jar = new Map<string, string>();
  return {
    jar,
    async open(url: string, form?: Record<string, string>) {
      const ours = url.startsWith(site);
      const response = await fetch(url, {
        method: form ? 'POST' : 'GET',
        redirect: 'manual',
        headers: ours ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {},
        ...(form ? { body: new URLSearchParams(form) } : {}),
      });
      for (const line of ours ? response.headers.getSetCookie() : []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      return { to: response.headers.get('location') ?? '', response };
    },
  };
}

/** Where the provider's answer leads: next-auth shows its errors by way of an address of its own. */
async function settle(at: ReturnType<typeof browser>, callback: string): Promise<string> {
  let { to } = await at.open(callback);
  while (to.includes('/api/auth/')) to = (await at.open(to)).to;
  return to;
}

/** The whole dance; returns where it ended, and the session's viewer when one was opened. */
async function signIn(lie: Lie = {}, at = browser()) {
  provider.lie = lie;
  const { response } = await at.open(`${site}/api/auth/csrf`);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  const start = await at.open(`${site}/api/auth/signin/oidc`, { csrfToken, callbackUrl: `${site}/fr/today` });
  const granted = await at.open(start.to);
  const callback = granted.to;
  const ended = await settle(at, callback);
  const token = at.jar.get('cohorte.session');
  return {
    at,
    callback,
    ended,
    token,
    viewer: token ? await sessionViewer(decodeURIComponent(token)) : null,
  };
}

let sub = 0;
beforeEach(() => {
  provider.identity = {
    sub: `s${++sub}`,
    email: `Ada.${sub}@exemple.gouv.fr`,
    given_name: 'Ada',
    usual_name: 'Lovelace',
  };
});

describe('signing in through the identity provider', () => {
  test('opens a session for the person of the signed userinfo', async () => {
    const { viewer, ended } = await signIn();
    expect(viewer).toMatchObject({ name: 'Ada Lovelace', email: `ada.${sub}@exemple.gouv.fr` });
    expect(ended).toBe(`${site}/fr/today`);
  });
  test('asks as ProConnect wants: PKCE, long state and nonce, no parameter it does not list', async () => {
    await signIn();
    const asked = provider.authorizations.at(-1) as URLSearchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')?.length).toBeGreaterThanOrEqual(32);
    expect(asked.get('nonce')?.length).toBeGreaterThanOrEqual(32);
    const known = [
      'client_id',
      'scope',
      'response_type',
      'redirect_uri',
      'state',
      'nonce',
      'code_challenge',
      'code_challenge_method',
    ];
    expect([...asked.keys()].filter((key) => !known.includes(key))).toEqual([]);
  });
  test('knows the person again by (issuer, sub), whatever the address has become', async () => {
    const first = await signIn();
    provider.identity = { ...provider.identity, email: `mariee.${sub}@exemple.gouv.fr` };
    const second = await signIn();
    expect(second.viewer?.id).toBe(first.viewer?.id);
    expect(
      await db.account.findMany({ where: { personId: first.viewer?.id }, select: { issuer: true, subject: true } }),
    ).toEqual([{ issuer: provider.url, subject: `s${sub}` }]);
  });
  test('another subject with the same address is not let into the account that has it', async () => {
    const person = await makePerson(db, { email: `ada.${sub}@exemple.gouv.fr` });
    const { viewer, ended } = await signIn();
    expect(viewer).toBeNull();
    expect(ended).toMatch(/^\/fr\/sign-in\?.*error=OAuthAccountNotLinked/);
    expect(await db.account.count({ where: { personId: person.id } })).toBe(0);
  });

  const lies: [string, Lie][] = [
    ['a nonce that is not ours', { nonce: 'a-nonce-of-another-browser-0123456789' }],
    ['an audience that is not us', { audience: 'another-client' }],
    ['another issuer', { issuer: 'https://idp.attacker.example' }],
    ['an unsigned id_token (alg none)', { signature: 'none' }],
    ['an id_token signed with a key that is not published', { signature: 'other' }],
    ['an id_token that has expired', { expired: true }],
    ['a state that is not ours', { state: 'a-state-of-another-browser-0123456789' }],
    ['a userinfo that is not signed', { userinfo: 'json' }],
    ['a userinfo signed with another key', { userinfo: 'other-key' }],
    ['the userinfo of somebody else', { userinfo: 'other-subject' }],
    ['a userinfo meant for another client', { userinfo: 'other-audience' }],
  ];
  test.each(lies)('refuses %s', async (_, lie) => {
    const { viewer, token, ended } = await signIn(lie);
    expect([viewer, token]).toEqual([null, undefined]);
    expect(ended).toMatch(/^\/fr\/sign-in\?.*error=/);
    expect(await db.account.count({ where: { subject: `s${sub}` } })).toBe(0);
  });
  test('refuses an answer played again, in the same browser and in another', async () => {
    const { at, callback } = await signIn();
    at.jar.delete('cohorte.session');
    for (const again of [at, browser()]) {
      expect(await settle(again, callback)).toMatch(/^\/fr\/sign-in\?.*error=/);
      expect(again.jar.has('cohorte.session')).toBe(false);
    }
  });
});

describe('signing out', () => {
  test('goes through the provider with the id_token and a state, once', async () => {
    const { viewer } = await signIn();
    if (!viewer) throw new Error('not signed in');
    const to = new URL((await providerLogout(viewer, 'the-state', `${site}/api/auth/signed-out`)) ?? '');
    expect(to.origin + to.pathname).toBe(`${provider.url}/logout`);
    expect(to.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
    expect(to.searchParams.get('state')).toBe('the-state');
    expect(to.searchParams.get('post_logout_redirect_uri')).toBe(`${site}/api/auth/signed-out`);
    expect((await fetch(to, { redirect: 'manual' })).headers.get('location')).toBe(
      `${site}/api/auth/signed-out?state=the-state`,
    );
    expect(await providerLogout(viewer, 'again', site)).toBeNull();
  });
  test('stays here for those who came by mail', async () => {
    expect(await providerLogout(viewerOf(await makePerson(db)), 'the-state', site)).toBeNull();
  });
});
