import { env } from '@/lib/env';

/**
 * Whether a request that changes something comes from our own pages. Browsers always send Origin with a POST
 * (without JavaScript too); a request with neither Origin nor Sec-Fetch-Site is not a browser's form.
 */
export function sameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (!origin) return site === 'same-origin';
  if (origin === new URL(env().NEXTAUTH_URL).origin) return true;
  try {
    return new URL(origin).host === headers.get('host');
  } catch {
    return false;
  }
}
