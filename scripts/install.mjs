/** Brings node_modules and the generated database client up to date, and does nothing when they are. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { packageProgram, Refusal, root, runToEnd, step } from './project.mjs';

/** @param {{ withDevelopment?: boolean }} [options] whether the tools of tests and checks are needed too */
export async function ensureInstalled({ withDevelopment = false } = {}) {
  if (isInstalled(withDevelopment)) return;
  await step(
    'installed the packages',
    async () => {
      // Install scripts of packages are never run; what they would do here is done by scripts/ itself.
      const { code, output } = await runToEnd('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit']);
      if (code !== 0) throw new Refusal(`The packages could not be installed.\n${output.trim()}`);
    },
    'installing the packages',
  );
}

export async function ensureGenerated() {
  const stamp = path.join(root, 'lib/generated/schema-hash');
  const hash = schemaHash();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  await step('generated the database client', async () => {
    const { code, output } = await runToEnd(process.execPath, [packageProgram('prisma/build/index.js'), 'generate']);
    if (code !== 0) throw new Refusal(`prisma generate failed.\n${output.trim()}`);
    fs.writeFileSync(stamp, hash);
  });
}

/** npm leaves a copy of what it installed; other platforms' packages are missing there by design. */
function isInstalled(withDevelopment) {
  const copy = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(copy)) return false;
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(fs.readFileSync(copy, 'utf8')).packages;
  return Object.entries(wanted).every(([name, { version, dev, optional, devOptional, extraneous }]) => {
    // Extraneous: noted in the lock file but wanted by nobody, and so never installed.
    if (name === '' || extraneous || present[name]?.version === version) return true;
    return !present[name] && (optional || ((dev || devOptional) && !withDevelopment));
  });
}

function schemaHash() {
  const folder = path.join(root, 'prisma/schema');
  const hash = createHash('sha256');
  hash.update(fs.readFileSync(path.join(root, 'node_modules/prisma/package.json')));
  for (const name of fs.readdirSync(folder).sort()) hash.update(name).update(fs.readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}
