import fs from 'node:fs';
import path from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = import.meta.dirname;
const integrationTests = '**/*.integration.test.ts';
/** Use cases whose tenants come from lib/testing/tenant.ts, which makes them in the placement that is asked for. */
const useCaseTests = fs
  .readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .map((file) => `lib/${file}`)
  .filter((file) => file.endsWith('.integration.test.ts'))
  .filter((file) => fs.readFileSync(path.join(root, file), 'utf8').includes('createTestTenant('));
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
          // As many as the integration tests have; by itself it leaves one processor idle.
          maxWorkers: 2,
          // Some hold thousands of random inputs against a rule; a busy machine takes its time over them.
          testTimeout: 30_000,
        },
      },
      integration('integration', [integrationTests], 1),
      integration('integration-schema', useCaseTests, 2),
      integration('integration-database', useCaseTests, 3),
    ],
  },
});

/** @param order a project starts when those before it are done */
function integration(name: string, include: string[], order: number): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      include,
      exclude: elsewhere,
      env: { TEST_PLACEMENT: name.split('-')[1] ?? 'shared' },
      globalSetup: path.join(root, 'lib/testing/database-server.ts'),
      pool: 'forks',
      // Each file makes its own database; more at once only slows them all down.
      maxWorkers: 2,
      testTimeout: 30_000,
      hookTimeout: 60_000,
      sequence: { groupOrder: order },
    },
  };
}
