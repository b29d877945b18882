'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/auth/action';
import { endSession, redeemCode, redeemLink, requestSignIn, signInAsDemo, signOut } from '@/lib/auth/commands';
import { providerLogout } from '@/lib/auth/logout';
import { DemoSignIn, SignInCode, SignInLink, SignInRequest } from '@/lib/auth/schema';
import { forgetSession, keepLogoutState, keepSession, sessionToken } from '@/lib/auth/session';
import { env } from '@/lib/env';
import type { FormState } from '@/lib/form';

const withNext = (path: string, next: string) => (next ? `${path}?next=${encodeURIComponent(next)}` : path);
const homeOr = (next: string) => next.replace(/^\/(fr|en)(?=\/|$)/, '') || '/today';

const request = formAction({
  schema: SignInRequest,
  words: 'auth',
  as: 'anyone',
  run: (viewer, value, { locale, device, clock }) =>
    requestSignIn(viewer, { ...value, locale, baseUrl: env().NEXTAUTH_URL }, device, clock),
  to: (_, value) =>
    `${withNext('/sign-in/code', value.next)}${value.next ? '&' : '?'}email=${encodeURIComponent(value.email)}`,
});
export async function requestSignInAction(previous: FormState, data: FormData) {
  return request(previous, data);
}

const code = formAction({
  schema: SignInCode,
  words: 'auth',
  as: 'anyone',
  fields: { wrong_code: 'code' },
  run: async (viewer, value, { locale, device, clock }) => {
    const opened = await redeemCode(viewer, { ...value, locale }, device, clock);
    if (opened.ok) await keepSession(opened.value);
    return opened;
  },
  to: (_, value) => homeOr(value.next),
});
export async function redeemCodeAction(previous: FormState, data: FormData) {
  return code(previous, data);
}

const link = formAction({
  schema: SignInLink,
  words: 'auth',
  as: 'anyone',
  run: async (viewer, value, { locale, device, clock }) => {
    const opened = await redeemLink(viewer, { ...value, locale }, device, clock);
    if (opened.ok) await keepSession(opened.value);
    return opened;
  },
  to: (_, value) => homeOr(value.next),
});
export async function redeemLinkAction(previous: FormState, data: FormData) {
  return link(previous, data);
}

const demo = formAction({
  schema: DemoSignIn,
  words: 'auth',
  as: 'anyone',
  run: async (viewer, value, { device, clock }) => {
    const opened = await signInAsDemo(viewer, value.personId, device, clock);
    if (opened.ok) await keepSession(opened.value);
    return opened;
  },
  to: (_, value) => homeOr(value.next),
});
export async function demoSignInAction(previous: FormState, data: FormData) {
  return demo(previous, data);
}

const out = formAction({
  schema: z.object({ everywhere: z.string().optional() }),
  words: 'auth',
  run: async (viewer, value) => {
    const ended = await signOut(viewer, (await sessionToken()) ?? '', value.everywhere === 'yes');
    await forgetSession();
    const provider = await providerLogout(viewer, await keepLogoutState(), `${env().NEXTAUTH_URL}/api/auth/signed-out`);
    if (provider) redirect(provider);
    return { ok: true as const, value: ended };
  },
  to: () => '/',
});
export async function signOutAction(previous: FormState, data: FormData) {
  return out(previous, data);
}

/** For plain forms of the header: no state to show, it always ends on the home page. */
export async function leaveAction(data: FormData): Promise<void> {
  await out({ status: 'idle', errors: {}, formErrors: [], values: {} }, data);
  redirect('/');
}

const end = formAction({
  schema: z.object({ sessionId: z.uuid() }),
  words: 'auth',
  run: (viewer, { sessionId }) => endSession(viewer, sessionId),
  to: () => '/profile#sessions',
  done: 'auth.sessions.ended',
});
export async function endSessionAction(previous: FormState, data: FormData) {
  return end(previous, data);
}
