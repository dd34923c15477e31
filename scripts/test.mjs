/**
 * `npm test [-- --unit --integration --e2e PATTERN…]`: everything, or the named parts. Brings what the tests need and
 * ends with one line `N passed, N failed`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureGenerated, ensureInstalled } from './install.mjs';
import { fail, packageProgram, Refusal, root, runToEnd, step } from './project.mjs';
import { playwrightCounts, vitestCounts } from './test-results.mjs';

const PARTS = ['unit', 'integration', 'e2e'];
const argv = process.argv.slice(2);
const patterns = argv.filter((word) => !word.startsWith('--'));
const chosen = PARTS.filter((part) => argv.includes(`--${part}`));
const parts = chosen.length ? chosen : PARTS;
const reports = path.join(root, '.test');

try {
  await ensureInstalled({ withDevelopment: true });
  await ensureGenerated();
  fs.mkdirSync(reports, { recursive: true });
  const projects = parts.filter((part) => part !== 'e2e');
  const counts = [];
  if (projects.length) counts.push(await counted(() => runVitest(projects)));
  if (parts.includes('e2e')) counts.push(await counted(runPlaywright));
  const [passed, failed] = ['passed', 'failed'].map((key) => counts.reduce((sum, count) => sum + count[key], 0));
  process.exitCode = failed ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
} catch (error) {
  fail(error);
}

/** What keeps a part from running at all is one failure of it, told in full; the other parts still count. */
async function counted(part) {
  try {
    return await part();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function runVitest(projects) {
  const report = freshReport('vitest.json');
  // The integration tests run once in each placement.
  const args = [...projects.flatMap((name) => ['--project', `${name}*`]), '--passWithNoTests', ...patterns];
  // What keeps tenants apart has no branch that nobody tried; a part of the tests can't show that.
  const whole = projects.length === 2 && !patterns.length;
  if (whole) args.push('--coverage');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode([packageProgram('vitest/vitest.mjs'), 'run', ...args, ...reporters]);
  return vitestCounts(report, code);
}

async function runPlaywright() {
  const [{ ensureBrowser }, { startTestServer }] = await Promise.all([
    import('./browser.mjs'),
    import('./test-server.mjs'),
  ]);
  const browser = await ensureBrowser();
  await ensureBuilt();
  const server = await step('started the server of the browser tests', () => startTestServer(reports));
  try {
    const report = freshReport('playwright.json');
    const args = [packageProgram('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...patterns];
    const env = { ...server.env, PORTICO_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const { code } = await runNode(args, env);
    return playwrightCounts(report, code);
  } finally {
    await server.stop();
  }
}

function runNode(args, env = process.env) {
  return runToEnd(process.execPath, args, { env, quiet: false });
}

/** Never the report of an earlier run. */
function freshReport(name) {
  const file = path.join(reports, name);
  fs.rmSync(file, { force: true });
  return file;
}
