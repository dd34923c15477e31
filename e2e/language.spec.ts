/** Whose language it is: the tenant's until a member chooses another; and a page that is read from the right mirrors itself. */
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { callAction, portalAction } from './support/actions';
import { demoAdmin, portalOrigin, siteOrigin, superAdmin } from './support/first-run';
import { mailTo } from './support/outbox';
import { consolePages, portalPages } from './support/routes';
import { cookieBySigningIn } from './support/sessions';
import { freshTenant, type FreshTenant } from './support/tenants';
import { expect, signIn, test } from './support/test';

/** A key that nobody has words for would stand there as `members.title`. */
const rawKey = new RegExp(
  String.raw`\b(?:${fs
    .readdirSync('lib/messages/en')
    .map((file) => file.replace('.json', ''))
    .join('|')})\.[a-zA-Z]\w*(?:\.\w+)*\b`,
);
const settings = {
  timeZone: 'Europe/Vienna',
  dateFormat: 'long',
  currency: 'EUR',
  fiscalYearStartMonth: 1,
  billingContactName: null,
  billingContactEmail: null,
};

async function speak(tenant: FreshTenant, locale: string): Promise<void> {
  const at = { host: `${tenant.slug}.localhost`, cookie: await cookieBySigningIn(tenant.owner) };
  const input = { ...settings, name: tenant.name, locale };
  const { result } = await callAction(portalAction('changeSettingsAction'), { ...at, input });
  expect(result).toMatchObject({ ok: true });
}

async function signInWith(page: Page, tenant: FreshTenant, button: string): Promise<void> {
  await page.goto(`${tenant.owner.origin}/sign-in`);
  await page.locator('input[type="email"]').fill(tenant.owner.email);
  await page.locator('input[type="password"]').fill(tenant.owner.password);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** What stands there, programs to be copied aside: they say `console.log`. */
function proseOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    for (const program of document.querySelectorAll('pre, code')) program.remove();
    return document.body.innerText;
  });
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  await box.fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a tenant speaks German, a member Japanese, and their mail with them', async ({ page }) => {
  test.slow();
  const tenant = await freshTenant('sprache', 'professional');
  await speak(tenant, 'de-AT');

  await page.goto(`${tenant.owner.origin}/sign-in`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bei ${tenant.name} anmelden`);
  await expect(page).toHaveTitle(/^Anmelden/);

  await signInWith(page, tenant, 'Anmelden');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Willkommen zurück');
  for (const path of portalPages().filter((pattern) => !pattern.includes('['))) {
    await page.goto(tenant.owner.origin + path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(await proseOf(page), path).not.toMatch(rawKey);
  }
  await page.goto(`${tenant.owner.origin}/settings`);
  const sample = page.locator('p[aria-live="polite"]').filter({ hasText: '234' });
  // Austria writes thousands with a narrow space, and amounts with the sign in front.
  await expect(sample).toContainText(/1[\s.]500,5/);
  await expect(sample).toContainText(/€\s1\.234,50/);
  await choose(page, 'Sprache und Format', 'Französisch');
  await expect(sample).toContainText(/1\s234,50\s€/);

  await page.goto(`${tenant.owner.origin}/account`);
  await choose(page, 'Sprache und Format', 'Japanisch');
  await page.getByRole('button', { name: 'Profil speichern' }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'ダッシュボード' }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');

  await callAction(portalAction('requestResetAction'), {
    host: `${tenant.slug}.localhost`,
    input: { email: tenant.owner.email },
  });
  const mail = await mailTo(tenant.owner.email);
  expect(mail.subject).toContain('新しいパスワードの設定');
  expect(mail.html).toContain('<html lang="ja"');
});

test('a visitor picks a language on the device, which a member’s own and no other host hears of', async ({ page }) => {
  await page.goto(`${portalOrigin('acme')}/sign-in`);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('combobox', { name: 'Langue' })).toHaveValue('fr');
  await page.goto(`${portalOrigin('globex')}/sign-in`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the console reads as the browser asks, until somebody picks a language there', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'es-MX', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto(`${superAdmin.origin}/sign-in`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.getByRole('combobox', { name: 'Idioma' }).selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await signIn(page, superAdmin);
  await expect
    .poll(async () => (await context.cookies()).find(({ name }) => name === 'portico_time_zone')?.value)
    .toMatch(/^Asia(\/|%2F)Tokyo$/);
  await context.close();
});

test('an address that is nobody’s speaks the language the browser asks for', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-CA' });
  const page = await context.newPage();
  const answer = await page.goto(siteOrigin('nobody-has-this-name'));
  expect(answer?.status()).toBe(404);
  expect(answer?.headers().vary).toContain('accept-language');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Il n’y a rien à cette adresse');
  await context.close();
});

const acme = demoAdmin('acme');

for (const [surface, account, pages] of [
  ['portal', acme, portalPages()],
  ['console', superAdmin, consolePages()],
] as const) {
  test(`read from the right, the pages of the ${surface} mirror and nothing sticks out`, async ({ signedIn }) => {
    test.slow();
    const page = await signedIn(account);
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dir = 'rtl';
      });
    });
    for (const path of pages.filter((pattern) => !pattern.includes('['))) {
      await page.goto(account.origin + path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const excess = (): Promise<number> =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(excess, `${path} is wider than ${width} px by`).toBeLessThanOrEqual(0);
        if (width !== 1440) continue;
        const sidebar = await page.getByRole('navigation', { name: 'Main' }).boundingBox();
        expect(sidebar?.x, `${path} has its navigation at the right`).toBeGreaterThan(700);
      }
    }
  });
}
