/** Every page, in light and dark: axe finds nothing, a phone scrolls in one direction only, and the browser has nothing to complain about. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { callAction, portalAction } from './support/actions';
import { demoAdmin, freshSlug, port, portalOrigin, siteOrigin, superAdmin } from './support/first-run';
import { request } from './support/http';
import { linksOf, mailTo } from './support/outbox';
import { consolePages, portalPages } from './support/routes';
import { expect, test } from './support/test';

// Nothing moves while it is looked at.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ mode: 'parallel' });

const acme = demoAdmin('acme');

/** What stands for the variable part of an address. */
const examples: Record<string, (cookie: string) => Promise<string>> = {
  '/tenants/[slug]': () => Promise.resolve('acme'),
  '/domains/[id]': async (cookie) => {
    const at = { host: 'acme.localhost', cookie };
    const domain = `portal-${freshSlug('a11y')}.example`;
    const { result } = await callAction(portalAction('addDomainAction'), {
      ...at,
      input: { domain, surface: 'portal' },
    });
    return (result as { data?: { id?: string } } | undefined)?.data?.id ?? '';
  },
  '/site/[id]': async (cookie) => {
    const { body } = await request('/api/portal/pages', { host: 'acme.localhost', cookie });
    return (JSON.parse(body) as { data: { id: string }[] }).data[0]?.id ?? '';
  },
};

async function addressOf(pattern: string, cookie: string): Promise<string> {
  const stem = Object.keys(examples).find((known) => pattern.startsWith(known));
  const example = stem && examples[stem];
  if (pattern.includes('[') && !example)
    throw new Error(`Say in this test what stands for the variable part of ${pattern}.`);
  return example ? pattern.replace(/\[[^\]]+\]/, await example(cookie)) : pattern;
}

/** Collects what the browser reports: errors, refusals of the content security policy, broken requests. */
function complaintsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    // What looks into a page is a script too, and the frame of a mail lets none in: that none of our mails has one is tested with them.
    if (message.text().startsWith("Blocked script execution in 'about:srcdoc'")) return;
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  return found;
}

/** Light on a desk and dark on a phone: each theme and each width once. */
const views = [
  { theme: 'light', size: { width: 1440, height: 900 } },
  { theme: 'dark', size: { width: 390, height: 844 } },
] as const;

async function expectAccessible(page: Page, state = ''): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const { theme, size } of views) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme });
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    // A mail shown in a frame that may run nothing can't be looked into. Without frames there is nothing to join in a page beside it.
    const axe = new AxeBuilder({ page }).exclude('iframe[sandbox=""]').options({ resultTypes: ['violations'] });
    const { violations } = await axe.setLegacyMode(page.frames().length === 1).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(told, `${state} ${theme} at ${size.width}`).toEqual([]);
    const excess = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(excess, `${state} is wider than ${size.width} px by`).toBeLessThanOrEqual(0);
  }
}

async function expectSound(page: Page, address: string, status = 200): Promise<void> {
  const complaints = complaintsOf(page);
  const response = await page.goto(address);
  expect(response?.status()).toBe(status);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expectAccessible(page);
  // The browser itself notes that the page it was sent to is not there.
  expect(complaints.filter((text) => status === 200 || !text.startsWith('Failed to load resource'))).toEqual([]);
}

for (const pattern of consolePages()) {
  test(`console ${pattern} is accessible, narrow and quiet`, async ({ signedIn, cookieOf }) => {
    const page = await signedIn(superAdmin);
    await expectSound(page, superAdmin.origin + (await addressOf(pattern, await cookieOf(superAdmin))));
  });
}

for (const pattern of portalPages()) {
  test(`portal ${pattern} is accessible, narrow and quiet`, async ({ signedIn, cookieOf }) => {
    const page = await signedIn(acme);
    await expectSound(page, acme.origin + (await addressOf(pattern, await cookieOf(acme))));
  });
}

const open: [address: string, status?: number][] = [
  [`${superAdmin.origin}/sign-in`],
  [`${superAdmin.origin}/forgot-password`],
  [`${superAdmin.origin}/reset-password/${'x'.repeat(43)}`],
  [`${portalOrigin('acme')}/sign-in`],
  [`${portalOrigin('globex')}/sign-in`],
  [`${portalOrigin('initech')}/sign-in`],
  [`${portalOrigin('acme')}/forgot-password`],
  [`${portalOrigin('acme')}/reset-password/${'x'.repeat(43)}`],
  [`${portalOrigin('acme')}/invitations/${'x'.repeat(43)}`],
  [`${portalOrigin('globex')}/no-such-page`, 404],
  [`${siteOrigin('acme')}/`],
  [`${siteOrigin('acme')}/delivery`],
  [`${siteOrigin('globex')}/`],
  [`${siteOrigin('initech')}/`],
  [`${siteOrigin('acme')}/no-such-page`, 404],
  [`http://localhost:${port}/`],
  [`http://nobody-here.localhost:${port}/`, 404],
];

for (const [address, status] of open) {
  test(`${address.replace(`:${port}`, '').replace(/x{9,}/, 'TOKEN')} is accessible, narrow and quiet`, async ({
    page,
  }) => {
    await expectSound(page, address, status);
  });
}

test('an open invitation is accessible, narrow and quiet', async ({ page, cookieOf }) => {
  const email = `axe.${freshSlug('guest')}@acme.example`;
  const input = { emails: [email], role: 'viewer' };
  await callAction(portalAction('inviteAction'), { host: 'acme.localhost', cookie: await cookieOf(acme), input });
  const link = linksOf(await mailTo(email)).find((href) => href.includes('/invitations/')) ?? '';
  await expectSound(page, link);
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
});

test('each step of the wizard is accessible, narrow and quiet', async ({ signedIn }) => {
  test.slow();
  const page = await signedIn(superAdmin);
  const complaints = complaintsOf(page);
  await page.goto(`${superAdmin.origin}/tenants/new`);
  const look = async (heading: string): Promise<void> => {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expectAccessible(page, heading);
  };
  const go = (): Promise<void> => page.getByRole('button', { name: 'Continue' }).click();
  await go();
  await expect(page.getByText('Fill this in.').first()).toBeVisible();
  await look('Who is the customer?');
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill('A customer with a name of some length, as they come in life');
  await go();
  await look('What do they get?');
  await go();
  await expect(page.getByText(/ is free$/)).toBeVisible();
  await look('Where do they find it?');
  await go();
  await look('What does it look like?');
  await go();
  await look('What is on?');
  await go();
  await look('Who runs it?');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('somebody@customer.example');
  await go();
  await look('Ready to create');
  expect(complaints).toEqual([]);
});
