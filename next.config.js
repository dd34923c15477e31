/** @type {import('next').NextConfig} */
const config = {
  // Engineers and tests build side by side without overwriting each other's output.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `next build` type-checks nothing twice: `npm run validate` does, with the same configuration.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@node-rs/argon2',
    'sharp',
    'graphile-worker',
    'pino',
    'nodemailer',
    '@aws-sdk/client-s3',
    'fontkit',
  ],
  turbopack: {
    rules: { '**/lib/messages/*/*.json': { loaders: ['./scripts/compile-messages.cjs'], as: '*.json' } },
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // Next would print the arguments of server actions in development, passwords among them.
  logging: { serverFunctions: false },
  experimental: {
    // Site pages are cached per host; random host names must not be able to fill the disk, so the cache stays in bounded memory.
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: '3mb' },
    optimizePackageImports: ['lucide-react', '@base-ui/react'],
  },
  // A shared cache in front may keep a site's page for its minute and no longer: it hears of no change.
  expireTime: 60,
  cacheMaxMemorySize: 64 * 1024 * 1024,
};

export default config;
