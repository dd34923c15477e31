import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';

interface FirstRun {
  superAdmin: { email: string; password: string; consoleUrl: string };
}

const dataDir = process.env.PORTICO_DATA_DIR ?? '.data';
const recordFile = path.join(dataDir, 'first-run.json');

test('the credentials of the first run open the console, and only their owner can read them', async ({ page }) => {
  const record = JSON.parse(fs.readFileSync(recordFile, 'utf8')) as FirstRun;
  expect(fs.statSync(recordFile).mode & 0o777).toBe(0o600);
  await page.goto(record.superAdmin.consoleUrl);
  await page.getByLabel('E-mail').fill(record.superAdmin.email);
  await page.getByLabel('Password', { exact: true }).fill(record.superAdmin.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole('navigation').first()).toBeVisible();
});
