import { defineConfig } from '@playwright/test';

// scripts/test.mjs starts the server and sets these; a person may point them at one that runs.
const port = process.env.PORT ?? '3000';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    baseURL: `http://console.localhost:${port}`,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // What was done and answered, and a picture of the end. Pictures and snapshots of every step cost a quarter of the whole run's CPU.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: {
      ...(process.env.PORTICO_CHROMIUM && { executablePath: process.env.PORTICO_CHROMIUM }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
