import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

/** How the provider misbehaves, to check that each is refused. */
export type Lie = {
  nonce?: string;
  audience?: string;
  issuer?: string;
  /** 'none': unsigned; 'other': signed with a key that is not published. */
  signature?: 'none' | 'other';
  expired?: boolean;
  userinfo?: 'json' | 'other-key' | 'other-subject' | 'other-audience';
  state?: string;
};
export type Identity = { sub: string; email: string; given_name: string; usual_name: string };

/** An OpenID provider with ProConnect's particulars, on this machine: userinfo is a signed JWT, PKCE and nonce are required. */
export async function startFakeProvider(client: { id: string; secret: string }) {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const published = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { challenge: string; nonce: string }>();
  const state = {
    url: '',
    identity: {
      sub: 's1',
      email: 'Ada.Lovelace@exemple.gouv.fr',
      given_name: 'Ada',
      usual_name: 'Lovelace',
    } as Identity,
    lie: {} as Lie,
    authorizations: [] as URLSearchParams[],
    logouts: [] as URLSearchParams[],
    close: async () => {},
  };

  const sign = (claims: Record<string, unknown>, key: 'own' | 'other' | 'none' = 'own') => {
    const iat = Math.floor(Date.now() / 1000) - (state.lie.expired ? 7_200 : 0);
    const full = {
      iss: state.lie.issuer ?? state.url,
      aud: state.lie.audience ?? client.id,
      iat,
      exp: iat + 300,
      ...claims,
    };
    if (key === 'none') return Promise.resolve(new UnsecuredJWT(full).encode());
    return new SignJWT(full)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign((key === 'own' ? own : other).privateKey);
  };

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void> =
    {
      '/.well-known/openid-configuration': (_request, response) =>
        json(response, {
          issuer: state.url,
          authorization_endpoint: `${state.url}/authorize`,
          token_endpoint: `${state.url}/token`,
          userinfo_endpoint: `${state.url}/userinfo`,
          jwks_uri: `${state.url}/jwks`,
          end_session_endpoint: `${state.url}/logout`,
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: ['RS256'],
          userinfo_signing_alg_values_supported: ['RS256'],
        }),
      '/jwks': (_request, response) => json(response, { keys: [published] }),
      '/authorize': (_request, response, url) => {
        state.authorizations.push(url.searchParams);
        const code = randomUUID();
        const get = (name: string) => url.searchParams.get(name) ?? '';
        codes.set(code, { challenge: get('code_challenge'), nonce: get('nonce') });
        const back = new URL(get('redirect_uri'));
        back.search = new URLSearchParams({ code, state: state.lie.state ?? get('state') }).toString();
        response.writeHead(302, { location: back.href }).end();
      },
      '/token': async (request, response) => {
        const body = new URLSearchParams(await text(request));
        const [id, secret] = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64')
          .toString()
          .split(':');
        const grant = codes.get(body.get('code') ?? '');
        codes.delete(body.get('code') ?? '');
        const proof = createHash('sha256')
          .update(body.get('code_verifier') ?? '')
          .digest('base64url');
        if (!grant || grant.challenge !== proof || id !== client.id || secret !== client.secret)
          return json(response, { error: 'invalid_grant' }, 400);
        const claims = { sub: state.identity.sub, nonce: state.lie.nonce ?? grant.nonce };
        const id_token = await sign(claims, state.lie.signature ?? 'own');
        json(response, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token });
      },
      '/userinfo': async (_request, response) => {
        const lie = state.lie.userinfo;
        const claims = {
          ...state.identity,
          ...(lie === 'other-subject' ? { sub: 'someone-else' } : {}),
          ...(lie === 'other-audience' ? { aud: 'another-client' } : {}),
        };
        if (lie === 'json') return json(response, claims);
        response.writeHead(200, { 'content-type': 'application/jwt' });
        response.end(await sign(claims, lie === 'other-key' ? 'other' : 'own'));
      },
      '/logout': (_request, response, url) => {
        state.logouts.push(url.searchParams);
        const back = new URL(url.searchParams.get('post_logout_redirect_uri') ?? state.url);
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        response.writeHead(302, { location: back.href }).end();
      },
    };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', state.url);
    const route = routes[url.pathname];
    if (route) await route(request, response, url);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.close = () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return state;
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
