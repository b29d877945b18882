/**
 * Scripts run only with the page's nonce; nothing comes from, or goes to, anywhere else.
 * @param {string} nonce
 */
export function contentSecurityPolicy(nonce) {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // Without JavaScript, signing in or out posts a form that ends at the identity provider.
    ['form-action', "'self'", process.env.OIDC_ISSUER && new URL(process.env.OIDC_ISSUER).origin]
      .filter(Boolean)
      .join(' '),
    "frame-ancestors 'none'",
  ].join('; ');
}

/** On every response, errors and files included (next.config.js). */
export const securityHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
];
