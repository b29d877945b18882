import type { NextAuthOptions } from 'next-auth';
import { accountAdapter, rememberIdToken } from '@/lib/auth/adapter';
import { sessionCookie } from '@/lib/auth/session';
import { SESSION_DAYS } from '@/lib/auth/tokens';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/**
 * next-auth runs the OpenID Connect dance (discovery, PKCE, state, nonce, signed userinfo) and its database sessions.
 * Mail sign-in shares the same session table but not its e-mail module, whose GET consumes the token.
 */
export function authOptions(): NextAuthOptions {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_USERINFO, NEXTAUTH_URL, NEXTAUTH_SECRET } =
    env();
  const secure = NEXTAUTH_URL.startsWith('https:');
  return {
    secret: NEXTAUTH_SECRET,
    adapter: accountAdapter(),
    session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
    },
    pages: { signIn: '/fr/sign-in', error: '/fr/sign-in' },
    logger: {
      error: (code) => log.warn({ code }, 'sign-in refused'),
      warn: (code) => log.debug({ code }, 'sign-in warning'),
      debug: () => {},
    },
    events: { signIn: ({ account }) => rememberIdToken(account) },
    providers:
      OIDC_ISSUER && OIDC_CLIENT_ID
        ? [
            {
              id: 'oidc',
              name: OIDC_NAME,
              type: 'oauth',
              wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
              issuer: OIDC_ISSUER,
              clientId: OIDC_CLIENT_ID,
              clientSecret: OIDC_CLIENT_SECRET,
              checks: ['pkce', 'state', 'nonce'],
              authorization: { params: { scope: 'openid email given_name usual_name uid siret' } },
              // The id_token proves who and for whom (issuer, audience, nonce, signature); ProConnect gives the name and the
              // address in userinfo only, as a signed JWT whose subject has to be the id_token's.
              client: {
                id_token_signed_response_alg: 'RS256',
                ...(OIDC_USERINFO === 'signed' ? { userinfo_signed_response_alg: 'RS256' } : {}),
              },
              idToken: true,
              userinfo: { request: ({ client, tokens }) => client.userinfo(tokens as never) },
              profile: (claims: Record<string, string>) => ({
                id: `${OIDC_ISSUER}|${claims.sub}`,
                email: claims.email?.toLowerCase(),
                name:
                  [claims.given_name, claims.usual_name ?? claims.family_name].filter(Boolean).join(' ') || claims.name,
              }),
            },
          ]
        : [],
  };
}
