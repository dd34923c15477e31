/** The main job, by mouse: from the console's wizard to a colleague at work in a portal of the customer's own. */
import type { Page } from '@playwright/test';
import { backgroundHue, isShadeOf } from './support/colour';
import { demoAdmin, freshSlug, portalOrigin, siteOrigin, superAdmin } from './support/first-run';
import { linksOf, mailTo } from './support/outbox';
import { expect, test } from './support/test';

const slug = freshSlug('lumen');
const name = `Lumen Optics ${slug.slice(-4)}`;
const admin = { name: 'Ada Nováková', email: `ada@${slug}.example` };
const colleague = `mirek@${slug}.example`;
const password = 'five unrelated words together';
/** A logo in one strong colour, which the wizard proposes and the portal then wears. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120"><rect width="240" height="120" fill="#7a1f5c"/></svg>`;

test.describe.configure({ mode: 'serial' });

test('the wizard makes a tenant, keeps the draft over a reload, and shows its steps and addresses', async ({
  signedIn,
}) => {
  test.slow();
  const page = await signedIn(superAdmin);
  await page.goto(superAdmin.origin);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tenants' }).click();
  await page.getByRole('link', { name: 'Create tenant' }).click();

  await expect(page.getByRole('heading', { name: 'Who is the customer?' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Fill this in.').first()).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Industry').selectOption({ label: 'Manufacturing' });
  await next(page, 'What do they get?');
  await page.getByRole('radio', { name: /Basic/ }).check();
  await next(page, 'Where do they find it?');
  await page.getByLabel('Short name').fill('acme');
  await expect(page.getByText('acme is taken.')).toBeVisible();
  await page.getByLabel('Short name').fill('admin');
  await expect(page.getByText(/admin is reserved/)).toBeVisible();
  await page.getByLabel('Short name').fill(slug);
  await expect(page.getByText(`${slug} is free`)).toBeVisible();
  await next(page, 'What does it look like?');
  await page
    .getByLabel('Choose a logo')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) });
  await expect(page.getByRole('button', { name: /^Use #/ }).first()).toBeVisible();
  await expect(page.getByLabel('Brand colour', { exact: true })).toHaveValue(/^#7a1f5c$/i);
  await expect(page.getByRole('complementary', { name: 'Preview of the sign-in page' })).toContainText(
    `Sign in to ${name}`,
  );
  await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Light' });

  await page.reload();
  await expect(page.getByRole('heading', { name: 'What does it look like?' })).toBeVisible();
  await expect(page.getByLabel('Brand colour', { exact: true })).toHaveValue(/^#7a1f5c$/i);

  await next(page, 'What is on?');
  await page.getByRole('checkbox', { name: 'Audit log export' }).check();
  await expect(page.getByText('1 value differs from the plan.')).toBeVisible();
  await next(page, 'Who runs it?');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(admin.email);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(admin.name);
  await next(page, 'Ready to create');
  const review = page.getByRole('form', { name: 'Ready to create' });
  for (const words of [name, 'Basic', `${slug}.localhost`, admin.email, 'Audit log export on']) {
    await expect(review).toContainText(words);
  }
  await page.getByRole('button', { name: 'Create tenant' }).click();

  await expect(page.getByRole('heading', { name: `${name} is ready` })).toBeVisible({ timeout: 30_000 });
  const steps = page.getByRole('list', { name: 'Steps of the creation' }).getByRole('listitem');
  await expect(steps).toHaveCount(8);
  for (const step of await steps.all()) await expect(step).toHaveText(/Done\s*[\d.,]+ (ms|s)/);
  await expect(page.getByRole('link', { name: portalOrigin(slug).replace('http://', '') })).toBeVisible();
  await expect(page.getByRole('link', { name: siteOrigin(slug).replace('http://', '') })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy invitation' })).toBeVisible();
});

async function next(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: heading })).toBeVisible();
}

test('the portal and the site look like the tenant’s own, and the product is nowhere to be seen', async ({ page }) => {
  await page.goto(portalOrigin(slug));
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page).toHaveTitle(new RegExp(name));
  await expect(page.getByRole('heading', { name: `Sign in to ${name}` })).toBeVisible();
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  expect(isShadeOf(await backgroundHue(button), '#7a1f5c')).toBe(true);
  await expect(page.locator('main img').first()).toBeVisible();
  expect(await visibleText(page)).not.toMatch(/portico/i);

  await page.goto(siteOrigin(slug));
  await expect(page).toHaveTitle(new RegExp(name));
  expect(await visibleText(page)).toContain(name);
  expect(await visibleText(page)).not.toMatch(/portico/i);
});

test('the admin follows the invitation, sets a password, lands in the portal and sees no other customer', async ({
  page,
}) => {
  const mail = await mailTo(admin.email);
  expect(mail.from?.name).toBe(name);
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/portico/i);
  const link = linksOf(mail).find((href) => href.includes('/invitations/')) ?? '';
  expect(link.startsWith(portalOrigin(slug))).toBe(true);

  await page.goto(link);
  await expect(page.getByRole('heading', { name: `Join ${name}` })).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue(admin.name);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Use at least 15 characters.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(`${portalOrigin(slug)}/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada');

  const visited = ['/', '/members', '/usage', '/features', '/audit', '/settings', '/account'];
  for (const path of visited) {
    await page.goto(portalOrigin(slug) + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const everything = `${await page.content()} ${await visibleText(page)}`;
    expect(everything, path).not.toMatch(/Acme|Globex|Initech/);
    expect(await visibleText(page), path).not.toMatch(/portico/i);
  }
  await page.goto(link);
  await expect(page, 'a used link opens nothing').toHaveURL(`${portalOrigin(slug)}/`);
  await page.context().storageState({ path: stateFile() });
});

function stateFile(): string {
  return test.info().project.outputDir + '/lumen-admin.json';
}

test('the admin invites a colleague, who joins from the mail with the role given', async ({ browser }) => {
  const context = await browser.newContext({ storageState: stateFile() });
  const page = await context.newPage();
  await page.goto(`${portalOrigin(slug)}/members`);
  await page.getByRole('button', { name: /^Invite/ }).click();
  await page.getByLabel(/E-mail address/).fill(colleague);
  await page.getByRole('radio', { name: 'Manager' }).check();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(`Invitation sent to ${colleague}`)).toBeVisible();

  const other = await browser.newContext();
  const theirs = await other.newPage();
  const link = linksOf(await mailTo(colleague)).find((href) => href.includes('/invitations/')) ?? '';
  await theirs.goto(link);
  await theirs.getByLabel('Your name').fill('Mirek Dvořák');
  await theirs.getByLabel('Password', { exact: true }).fill(password);
  await theirs.getByRole('button', { name: 'Create account' }).click();
  await expect(theirs).toHaveURL(`${portalOrigin(slug)}/`);
  await expect(theirs.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit log' })).toHaveCount(
    0,
  );

  await page.reload();
  await expect(page.getByRole('row', { name: /Mirek Dvořák/ })).toContainText('Manager');
  await context.close();
  await other.close();
});

test('the admin of another tenant sees no trace of the new one', async ({ signedIn }) => {
  const acme = demoAdmin('acme');
  const page = await signedIn(acme);
  for (const path of ['/', '/members', '/audit', '/usage']) {
    await page.goto(acme.origin + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.content(), path).not.toMatch(new RegExp(`${slug}|Lumen`));
  }
});

async function visibleText(page: Page): Promise<string> {
  return `${await page.title()} ${await page.locator('body').innerText()}`;
}
