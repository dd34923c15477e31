/** The wizard, the command menu and a table with nothing but the keyboard. */
import type { Locator, Page } from '@playwright/test';
import { freshSlug, portalOrigin, superAdmin } from './support/first-run';
import { expect, test } from './support/test';

/** Tabs forward until this has the focus: only what a keyboard reaches counts. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by Tab').toBeFocused();
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test('a tenant is made in the wizard by keyboard alone, from sign-in page to its portal', async ({ signedIn }) => {
  test.slow();
  const slug = freshSlug('tasten');
  const name = `Tasten ${slug.slice(-4)}`;
  const page = await signedIn(superAdmin);
  await page.goto(`${superAdmin.origin}/tenants`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: 'Create tenant' }));

  await expect(page.getByRole('heading', { name: 'Who is the customer?' })).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Name', exact: true }));
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'What do they get?' })).toBeFocused();
  const plan = page.getByRole('group', { name: 'Plan' });
  await tabTo(page, plan.getByRole('radio', { name: /Free/ }));
  await page.keyboard.press('ArrowDown');
  await expect(plan.getByRole('radio', { name: /Basic/ })).toBeChecked();
  await press(page, page.getByRole('button', { name: 'Continue' }));

  await expect(page.getByRole('heading', { name: 'Where do they find it?' })).toBeFocused();
  await tabTo(page, page.getByRole('textbox', { name: 'Short name' }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(slug);
  await expect(page.getByText(`${slug} is free`)).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'What does it look like?' })).toBeFocused();
  await tabTo(page, page.getByRole('textbox', { name: 'Brand colour', exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('#0b6e4f');
  await tabTo(page, page.getByRole('combobox', { name: 'Font' }));
  await page.keyboard.press('ArrowDown');
  await press(page, page.getByRole('button', { name: 'Continue' }));

  await expect(page.getByRole('heading', { name: 'What is on?' })).toBeFocused();
  await press(page, page.getByRole('checkbox', { name: 'Usage export' }), 'Space');
  await expect(page.getByText('1 value differs from the plan.')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Continue' }));

  await expect(page.getByRole('heading', { name: 'Who runs it?' })).toBeFocused();
  await tabTo(page, page.getByRole('textbox', { name: 'E-mail' }));
  await page.keyboard.type(`klara@${slug}.example`);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Ready to create' })).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Create tenant' }));
  await expect(page.getByRole('heading', { name: `${name} is ready` })).toBeFocused({ timeout: 30_000 });
  const opened = page.context().waitForEvent('page');
  await press(page, page.getByRole('link', { name: 'Open portal' }));
  await expect(await opened).toHaveURL(new RegExp(`^${portalOrigin(slug)}`));
});

test('the command menu opens by key, finds pages and tenants, and goes there', async ({ signedIn }) => {
  const page = await signedIn(superAdmin);
  await page.goto(`${superAdmin.origin}/tenants`);
  await expect(page.getByRole('table', { name: 'Tenants' })).toBeVisible();
  const search = page.getByRole('combobox', { name: 'Search and commands' });
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+K');
    await expect(search).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type('flags');
  await expect(page.getByRole('option', { name: /Flags/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/flags$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Flags' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+K');
  await expect(search).toBeFocused();
  await page.keyboard.type('globex');
  await expect(page.getByRole('option', { name: /Globex Analytics/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/globex$/);

  await page.keyboard.press('ControlOrMeta+K');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
});

test('a table is walked, marked and opened by arrows, Space and Enter', async ({ signedIn }) => {
  const page = await signedIn(superAdmin);
  await page.goto(`${superAdmin.origin}/tenants?q=e&sort=name`);
  const table = page.getByRole('table', { name: 'Tenants' });
  const rows = table.locator('tbody').getByRole('row');
  await tabTo(page, rows.first());
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tenants\/[a-z0-9-]+$/);
});
