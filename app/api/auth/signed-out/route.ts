import type { NextRequest } from 'next/server';
import { takeLogoutState } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/** Where the identity provider sends people back once it has signed them out too. The session here ended before. */
export async function GET(request: NextRequest) {
  const ours = await takeLogoutState(request.nextUrl.searchParams.get('state') ?? '');
  if (!ours) log.warn('signed-out came back with a state that is not ours');
  return Response.redirect(new URL('/', env().NEXTAUTH_URL), 303);
}
