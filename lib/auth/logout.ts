import { transaction } from '@/lib/db';
import { env } from '@/lib/env';
import { record } from '@/lib/record';
import type { Viewer } from '@/lib/viewer';

const WAIT_MS = 3_000;

/**
 * Where to send someone who signed in through the identity provider, so that they are signed out there too:
 * ProConnect asks for `id_token_hint` and `state`. Null when they did not, or when the provider does not answer.
 */
export async function providerLogout(viewer: Viewer, state: string, back: string): Promise<string | null> {
  const { OIDC_ISSUER } = env();
  if (viewer.kind !== 'person' || !OIDC_ISSUER) return null;
  const idToken = await transaction(async (tx) => {
    const where = { personId: viewer.id, issuer: OIDC_ISSUER, idToken: { not: null } };
    const account = await tx.account.findFirst({ where, select: { id: true, idToken: true } });
    if (!account) return null;
    await tx.account.update({ where: { id: account.id }, data: { idToken: null } });
    await record(tx, viewer, 'account.signed_out', { kind: 'person', id: viewer.id });
    return account.idToken;
  });
  const endpoint = idToken && (await endSessionEndpoint(OIDC_ISSUER));
  if (!endpoint) return null;
  const url = new URL(endpoint);
  url.search = new URLSearchParams({ id_token_hint: idToken, state, post_logout_redirect_uri: back }).toString();
  return url.href;
}

async function endSessionEndpoint(issuer: string): Promise<string | null> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const found = (await response.json()) as { end_session_endpoint?: unknown };
    return typeof found.end_session_endpoint === 'string' ? found.end_session_endpoint : null;
  } catch {
    return null;
  }
}
