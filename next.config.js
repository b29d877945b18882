import { fileURLToPath } from 'node:url';
import createNextIntlPlugin from 'next-intl/plugin';
import { securityHeaders } from './lib/security-headers.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  // Here, whatever lockfile lies in a folder above: the server's place in the output depends on it.
  outputFileTracingRoot: root,
  turbopack: { root, resolveAlias: { 'use-intl/format-message': './lib/i18n/format-message.ts' } },
  poweredByHeader: false,
  reactStrictMode: true,
  // The title is in the head with the first byte, for everyone: streamed, it comes after the page without scripts, and a
  // soft navigation leaves none for a moment. Every page names itself (generateMetadata), so nothing comes second.
  htmlLimitedBots: /.*/,
  deploymentId: process.env.COHORTE_BUILD_ID,
  serverExternalPackages: ['pg', 'pino', '@myriaddreamin/typst-ts-node-compiler', 'highs'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

config.headers = async () => [
  { source: '/:path*', headers: [...securityHeaders] },
  // The worker of a juror's grids: it talks to this site alone, and the browser looks for a newer one each time.
  {
    source: '/grids-worker.js',
    headers: [
      { key: 'Content-Security-Policy', value: "default-src 'none'; connect-src 'self'" },
      { key: 'Cache-Control', value: 'no-cache' },
    ],
  },
  // Signed links are for one reader, never for search engines.
  { source: '/:locale/delegated/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' }] },
];

export default withNextIntl(config);
