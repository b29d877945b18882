import { type NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from '@/lib/i18n/routing';
import { contentSecurityPolicy } from '@/lib/security-headers';

const intl = createMiddleware(routing);

/** Comfort, never authorization: locale and the page's CSP nonce. Queries and commands decide who may what. */
export default function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  // Set, not appended: what a client sends under these names never counts.
  request.headers.set('x-nonce', nonce);
  request.headers.set('content-security-policy', policy);
  request.headers.set('x-done', request.nextUrl.searchParams.get('done')?.match(/^[\w.-]{1,80}$/)?.[0] ?? '');
  request.headers.delete('x-forwarded-host');
  const response = /^\/api\//.test(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers: request.headers } })
    : intl(request);
  response.headers.set('content-security-policy', policy);
  return response;
}

// What passes here has its body held in memory and cut at 10 MB: handlers that read a body as it comes go round it (a test looks).
export const config = {
  matcher: [
    '/((?!api/drafts|api/corrections|api/imports|api/files-imports|api/calls/[^/]+/specification|api/onboarding/items/[^/]+/files|api/support/resources/import|api/support/resources/[^/]+/files|_next/static|_next/image|fonts/|icons/|grids-worker.js|favicon|robots.txt|manifest).*)',
  ],
};
