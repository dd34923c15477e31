import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import type { Account } from './first-run';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;
type SignIn = (account: Account, options?: BrowserContextOptions) => Promise<Page>;

interface PerTest {
  /** A page in a browser of its own, signed in; the account signs in once per worker, which keeps clear of the limits. */
  signedIn: SignIn;
  /** The same sign-in as a Cookie header, for requests without a browser. */
  cookieOf: (account: Account) => Promise<string>;
}

interface PerWorker {
  stateOf: (account: Account) => Promise<StorageState>;
  patience: undefined;
}

export const test = base.extend<PerTest, PerWorker>({
  patience: [
    async ({ browser }, use) => {
      browser.on('context', (context) => context.on('page', waitForCode));
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  stateOf: [
    async ({ browser }, use) => {
      const states = new Map<string, Promise<StorageState>>();
      await use((account) => {
        const key = `${account.email} ${account.origin}`;
        const state = states.get(key) ?? signInOnce(browser, account);
        states.set(key, state);
        return state;
      });
    },
    { scope: 'worker' },
  ],
  signedIn: async ({ browser, stateOf }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (account, options) => {
      const context = await browser.newContext({ ...options, storageState: await stateOf(account) });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  cookieOf: async ({ stateOf }, use) => {
    await use(async (account) => cookieHeader(await stateOf(account)));
  },
});

export { expect };

export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto(`${account.origin}/sign-in`);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  // It sends nothing before the page's code is at work.
  await expect(button).toHaveAttribute('type', 'submit');
  await button.click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/**
 * A page can be pressed a moment before its code is at work, and the press is lost. A test on a busy machine is as quick as that, so
 * opening a page takes until React has taken over every control of it. Browsers that a test launches itself don't wait.
 */
function waitForCode(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const whole = async (answer: ReturnType<typeof reload>): ReturnType<typeof reload> => {
    const response = await answer;
    await page.waitForFunction(isAtWork);
    return response;
  };
  page.goto = (address, options) => whole(goto(address, options));
  page.reload = (options) => whole(reload(options));
}

/** Runs in the page. One without scripts of the framework, or in a browser that runs none, is as much at work as it will be. */
function isAtWork(): boolean {
  // A button that submits works by itself, or says so (signIn).
  const controls = document.querySelectorAll('button[type="button"], input:not([type="hidden"]), select, textarea');
  const isTaken = (control: Element): boolean => Object.keys(control).some((key) => key.startsWith('__reactProps$'));
  return !('__next_f' in window) || Array.from(controls).every(isTaken);
}

export function cookieHeader({ cookies }: StorageState): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function signInOnce(browser: Browser, account: Account): Promise<StorageState> {
  const context = await browser.newContext();
  await signIn(await context.newPage(), account);
  const state = await context.storageState();
  await context.close();
  return state;
}
