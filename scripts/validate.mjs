/** `npm run validate`: types, lint, format, boundaries, dead code, and generated files that are up to date. */
import os from 'node:os';
import { ensureGenerated, ensureInstalled } from './install.mjs';
import { fail, packageProgram, runToEnd, typescriptEntry } from './project.mjs';

const CHECKS = [
  // Next's own types of pages and routes first: they are generated and belong to nobody.
  [
    'types',
    [
      [packageProgram('next/dist/bin/next'), 'typegen'],
      [packageProgram('typescript/bin/tsc'), '--noEmit'],
    ],
  ],
  ['lint', [[packageProgram('eslint/bin/eslint.js'), '.', '--max-warnings', '0']]],
  ['format', [[packageProgram('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']]],
  ['boundaries', [[packageProgram('dependency-cruiser/bin/dependency-cruise.mjs'), ...boundaryArguments()]]],
  ['dead code', [[packageProgram('knip/bin/knip.js'), '--no-progress']]],
  ['schema and migrations agree', [typescriptEntry('scripts/check-drift.ts')]],
  ['diagram in docs/architecture.md', [['scripts/architecture-diagram.mjs', '--check']]],
];

try {
  await ensureInstalled({ withDevelopment: true });
  await ensureGenerated();
  const waiting = [...CHECKS];
  const failed = [];
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), 3) }, () => work(waiting, failed)));
  console.log(failed.length ? `\nNot valid: ${failed.join(', ')}.` : '\nAll valid.');
  process.exitCode = failed.length ? 1 : 0;
} catch (error) {
  fail(error);
}

async function work(waiting, failed) {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [name, commands] = check;
    const startedAt = performance.now();
    const output = await firstComplaint(commands);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`  ${output === undefined ? 'ok    ' : 'FAILED'}  ${name.padEnd(36)}${seconds.padStart(6)} s`);
    if (output === undefined) continue;
    console.log(output.replace(/^/gm, '    '));
    failed.push(name);
  }
}

async function firstComplaint(commands) {
  for (const args of commands) {
    const { code, output } = await runToEnd(process.execPath, args);
    if (code !== 0) return output.trim();
  }
  return undefined;
}

function boundaryArguments() {
  return ['app', 'components', 'lib', 'middleware.ts', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'];
}
