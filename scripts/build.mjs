/** Builds the web application when its sources have changed since the last build. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { buildFolder, packageProgram, Refusal, root, runToEnd, step } from './project.mjs';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema',
  'middleware.ts',
  'instrumentation.ts',
  'next.config.js',
  'scripts/compile-messages.cjs',
  'package-lock.json',
  'postcss.config.mjs',
];
/** Next writes into tsconfig.json while it builds: it is none of these. */
const NO_SOURCE = /^lib\/(generated|testing)\/|\.test\.tsx?$/;

export function isBuilt() {
  const stamp = stampFile();
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourceHash();
}

export async function ensureBuilt() {
  if (isBuilt()) return;
  await step(
    'built the web application',
    async () => {
      const hash = sourceHash();
      fs.rmSync(stampFile(), { force: true });
      const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
      const { code, output } = await runToEnd(process.execPath, [packageProgram('next/dist/bin/next'), 'build'], {
        env,
      });
      if (code !== 0) throw new Refusal(`The web application could not be built.\n${output.trim()}`);
      fs.writeFileSync(stampFile(), hash);
    },
    'building the web application (about a minute)',
  );
}

/** Beside what it vouches for, and written last: a build that was killed counts as none. */
function stampFile() {
  return path.join(buildFolder(), 'portico-build-hash');
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function filesIn(name) {
  const entry = fs.statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!entry) return [];
  if (entry.isFile()) return NO_SOURCE.test(name) ? [] : [name];
  return fs
    .readdirSync(path.join(root, name))
    .sort()
    .flatMap((child) => filesIn(`${name}/${child}`));
}
