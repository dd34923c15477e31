/** Finds the Chromium of the browser tests, or installs one. */
import fs from 'node:fs';
import { packageProgram, Refusal, runToEnd, step } from './project.mjs';

const PLACES = [
  // Without a window's parts: the same engine for less of the processors' time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {Promise<string>} path of the program */
export async function ensureBrowser() {
  const given = process.env.PORTICO_CHROMIUM;
  if (given && !fs.existsSync(given)) throw new Refusal(`PORTICO_CHROMIUM names ${given}, which does not exist.`);
  const found = given ?? (await findBrowser());
  if (found) return found;
  await step('installed Chromium', installBrowser);
  const installed = await findBrowser();
  if (installed) return installed;
  throw new Refusal('The browser tests need Chromium: install it, or set PORTICO_CHROMIUM to its path.');
}

async function findBrowser() {
  const { chromium } = await import('@playwright/test');
  return [...PLACES, chromium.executablePath()].find((file) => fs.existsSync(file));
}

/** From the system's packages where we may; else Playwright's own download. What fails shows in what is found after. */
async function installBrowser() {
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runToEnd('apt-get', ['update', '-q'], { env });
    // Not every release has the first.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const { code } = await runToEnd('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
      if (code === 0) return;
    }
  }
  await runToEnd(process.execPath, [packageProgram('@playwright/test/cli.js'), 'install', 'chromium']);
}
