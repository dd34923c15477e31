import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const integrationTests = '**/*.integration.test.ts';
const elsewhere = ['**/node_modules/**', '**/.next*/**', '.data/**', '.test/**', 'e2e/**'];

export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // Stops a server module from reaching a browser bundle; there is none here.
      'server-only': path.join(root, 'lib/testing/empty-module.ts'),
    },
  },
  test: {
    // Switched on by scripts/test.mjs when everything is run.
    coverage: {
      include: ['lib/tenancy/**/*.ts', 'lib/edge/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: ['text-summary'],
      reportsDirectory: '.test/coverage',
      thresholds: { branches: 100 },
    },
    env: {
      LOG_LEVEL: 'silent',
      MASTER_KEY: 'master key of the test run, 32 characters and more',
      AUTH_SECRET: 'auth secret of the test run, 32 characters and more',
    },
    // It imports next/server without an extension, which Node's own resolution refuses.
    server: { deps: { inline: ['next-auth', '@auth/core'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, integrationTests],
          // Some hold thousands of random inputs against a rule; a busy machine takes its time over them.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integrationTests],
          exclude: elsewhere,
          globalSetup: path.join(root, 'lib/testing/database-server.ts'),
          pool: 'forks',
          // Each file makes its own database; more at once only slows them all down.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
