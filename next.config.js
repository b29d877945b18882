import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  deploymentId: process.env.COHORTE_BUILD_ID,
  serverExternalPackages: ['pg', 'pino', '@myriaddreamin/typst-ts-node-compiler', 'highs', 'pg-boss'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
};

export default withNextIntl(config);
