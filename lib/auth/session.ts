import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import type { OpenSession } from '@/lib/auth/commands';
import { sessionViewer } from '@/lib/auth/queries';
import { newSecret, sameDigest } from '@/lib/auth/tokens';
import { env } from '@/lib/env';
import { type PersonViewer, type Viewer, visitor } from '@/lib/viewer';
import { socketAddress } from '@/lib/wire';

/** `__Host-` needs HTTPS; a local http address gets a plain name. next-auth is told the same name (options.ts). */
export const sessionCookie = () =>
  env().NEXTAUTH_URL.startsWith('https:') ? '__Host-cohorte.session' : 'cohorte.session';

export const sessionToken = async (): Promise<string | undefined> => (await cookies()).get(sessionCookie())?.value;

/** Who asks, read once per request. Pages hand it to queries and commands, which decide what it may see and do. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const token = await sessionToken();
  return (token && token.length < 200 && (await sessionViewer(token))) || visitor;
});

/** The person who asks, or the sign-in page with the way back. For pages only: queries and commands decide by themselves. */
export async function requireSignIn(path: string): Promise<PersonViewer> {
  const viewer = await currentViewer();
  if (viewer.kind === 'person') return viewer;
  const locale = await getLocale();
  redirect(`/${locale}/sign-in?next=${encodeURIComponent(`/${locale}${path}`)}`);
}

export async function keepSession(session: OpenSession): Promise<void> {
  (await cookies()).set(sessionCookie(), session.token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().NEXTAUTH_URL.startsWith('https:'),
    path: '/',
    expires: session.expires,
  });
}

export async function forgetSession(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}

const COHORT_COOKIE = 'cohorte.cohort';

/** The cohort the team last chose to work on; a name, believed only where it is one of those they may see. */
export const chosenCohort = async (): Promise<string | undefined> => (await cookies()).get(COHORT_COOKIE)?.value;

export async function keepCohort(slug: string): Promise<void> {
  const secure = env().NEXTAUTH_URL.startsWith('https:');
  (await cookies()).set(COHORT_COOKIE, slug, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
}

const LOGOUT_COOKIE = 'cohorte.logout';

/** A secret that the identity provider hands back when it has signed the person out. */
export async function keepLogoutState(): Promise<string> {
  const state = newSecret();
  const secure = env().NEXTAUTH_URL.startsWith('https:');
  (await cookies()).set(LOGOUT_COOKIE, state, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 600 });
  return state;
}

/** Whether `state` is the one we sent; it serves once. */
export async function takeLogoutState(state: string): Promise<boolean> {
  const jar = await cookies();
  const kept = jar.get(LOGOUT_COOKIE)?.value;
  jar.delete(LOGOUT_COOKIE);
  return kept !== undefined && sameDigest(kept, state);
}

/** The address rate limits count, and the browser's own words. Forwarded headers count only from trusted proxies. */
export async function currentDevice(): Promise<{ ip: string; userAgent: string }> {
  const sent = await headers();
  const hops = (sent.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const ip = env().TRUSTED_PROXIES > 0 ? hops.at(-env().TRUSTED_PROXIES) : socketAddress();
  return { ip: ip || 'local', userAgent: sent.get('user-agent') ?? '' };
}
