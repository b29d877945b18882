import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';
import { sameOrigin } from '@/lib/auth/origin';
import { LocalPath } from '@/lib/auth/schema';
import { csrfCookie } from '@/lib/auth/tokens';
import { env } from '@/lib/env';

/**
 * Starts the identity provider's dance from a plain form, without JavaScript: our own origin check stands for the token
 * that next-auth's page would have fetched, and we hand next-auth a token of its own making.
 */
export async function POST(request: NextRequest) {
  if (!sameOrigin(request.headers)) return new Response(null, { status: 403 });
  const next = LocalPath.parse((await request.formData()).get('next') ?? '');
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const secure = NEXTAUTH_URL.startsWith('https:');
  const { name, value, token } = csrfCookie(NEXTAUTH_SECRET ?? '', secure);
  (await cookies()).set(name, value, { httpOnly: true, sameSite: 'lax', path: '/', secure });
  const body = new URLSearchParams({ csrfToken: token, callbackUrl: new URL(next || '/', NEXTAUTH_URL).href });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const inner = new NextRequest(request.url, { method: 'POST', headers, body: body.toString() });
  const context = { params: Promise.resolve({ nextauth: ['signin', 'oidc'] }) };
  return NextAuth(inner as never, context as never, authOptions());
}
