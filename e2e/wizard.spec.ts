import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { consoleOrigin, freshSlug, portalOrigin, superAdmin } from './support/first-run';
import { expect, test } from './support/test';

const wizard = `${consoleOrigin}/tenants/new`;

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

async function toAddress(page: Page, name: string): Promise<void> {
  await page.goto(wizard);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'What do they get?')).toBeFocused();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, 'Where do they find it?')).toBeFocused();
}

test('a tenant is made with the keyboard alone, step by step, each of them accessible', async ({ signedIn }) => {
  test.slow();
  const page = await signedIn(superAdmin);
  const slug = freshSlug('keys');
  await page.goto(wizard);
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type(`Keyboard ${slug}`);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'What do they get?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Basic/ })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Where do they find it?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(slug);
  await expect(page.getByText(`${slug} is free`)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'What does it look like?')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Name in the portal').press('Enter');
  await expect(heading(page, 'What is on?')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Members', { exact: true }).press('Enter');
  await expect(heading(page, 'Who runs it?')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type(`owner@${slug}.example`);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Ready to create')).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create tenant' }).press('Enter');
  await expect(heading(page, `Keyboard ${slug} is ready`)).toBeFocused({ timeout: 30_000 });
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: 'Open portal' })).toHaveAttribute('href', portalOrigin(slug));
  expect((await page.goto(portalOrigin(slug)))?.status()).toBeLessThan(400);
  await expect(page.getByText(`Keyboard ${slug}`).first()).toBeVisible();
});

test('a reload keeps what was filled in, and Back loses nothing', async ({ signedIn }) => {
  const page = await signedIn(superAdmin);
  await toAddress(page, 'Reload & Sons');
  await expect(page.getByLabel('Short name')).toHaveValue(/^reload/);
  await page.goBack();
  await expect(heading(page, 'What do they get?')).toBeVisible();
  await page.goForward();
  await expect(page.getByLabel('Short name')).toHaveValue(/^reload/);
  await page.reload();
  await expect(page.getByLabel('Short name')).toHaveValue(/^reload/);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(heading(page, 'What do they get?')).toBeFocused();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Reload & Sons');
  const later = await page.context().newPage();
  await later.goto(wizard);
  await later.getByRole('link', { name: /Address/ }).click();
  await expect(later.getByLabel('Short name')).toHaveValue(/^reload/);
});

test('a name that is taken or reserved stops at its field, and a free one is offered', async ({ signedIn }) => {
  const page = await signedIn(superAdmin);
  await toAddress(page, 'Acme');
  const field = page.getByLabel('Short name');
  await field.fill('acme');
  await expect(page.getByText('acme is taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('console');
  await expect(page.getByText(/console is reserved/)).toBeVisible();
  await page.getByRole('button', { name: /^Use / }).first().click();
  await expect(page.getByText(/ is free$/)).toBeVisible();
});

test('on a phone every step fits the screen', async ({ signedIn }) => {
  const page = await signedIn(superAdmin, { viewport: { width: 390, height: 844 } });
  await toAddress(page, 'Wolfeschlegelsteinhausenbergerdorff Inter Partnership Ltd');
  for (const step of ['organisation', 'plan', 'address']) {
    await page.goto(`${wizard}?step=${step}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
