import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { packageProgram, root, runToEnd } from './project.mjs';

/** A small tree with one bad import in each file, and the rule that must catch it. */
const BAD = [
  ['lib/edge/reads-env.ts', 'lib/platform/env', 'edge-imports-nothing'],
  ['middleware.ts', 'lib/platform/env', 'middleware-uses-edge-only'],
  ['lib/platform/knows-tenants.ts', 'lib/tenancy/context', 'platform'],
  ['lib/tenancy/knows-http.ts', 'lib/http/failure', 'tenancy'],
  ['lib/core/knows-features.ts', 'lib/features/pages/publish', 'core'],
  ['lib/core/access/knows-later.ts', 'lib/core/usage/record', 'core-order-access'],
  ['lib/core/usage/borrows.ts', 'lib/core/flags/store', 'store-is-private-to-its-slice'],
  ['lib/features/pages/knows-sibling.ts', 'lib/features/webhooks/send', 'features-do-not-know-each-other'],
  ['lib/workflows/serves/answers.ts', 'lib/http/failure', 'workflows'],
  ['lib/http/knows-workflows.ts', 'lib/workflows/sign-in/sign-in', 'http'],
  ['components/ui/button.ts', 'lib/core/usage/rules', 'primitives-know-no-domain'],
  ['components/members/table.ts', 'lib/core/usage/record', 'components-of-a-feature'],
  ['components/members/server.ts', 'lib/platform/env', 'components-never-know-the-server'],
  ['components/members/routes.ts', 'app/page', 'components-never-know-the-server'],
  ['app/members/page.ts', 'lib/core/flags/store', 'store-is-private-to-lib'],
  ['lib/platform/ring-a.ts', 'lib/platform/ring-b', 'no-cycles'],
] as const;
const GOOD = [
  ['lib/workflows/sign-in/sign-in.ts', 'lib/features/webhooks/send'],
  ['lib/core/flags/evaluate.ts', 'lib/core/flags/store'],
  ['components/members/form.ts', 'lib/core/usage/rules'],
  ['app/page.ts', 'lib/workflows/sign-in/sign-in'],
] as const;

const violations = new Map<string, string[]>();

beforeAll(async () => {
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-boundaries-'));
  for (const [, imported] of [...BAD, ...GOOD]) write(tree, `${imported}.ts`, 'export const thing = 1;\n');
  for (const [file, imported] of [...BAD, ...GOOD]) write(tree, file, `export * from '@/${imported}';\n`);
  write(tree, 'lib/platform/ring-b.ts', `export * from './ring-a';\n`);
  for (const name of ['tsconfig.json', '.dependency-cruiser.cjs'])
    fs.copyFileSync(path.join(root, name), path.join(tree, name));
  const program = packageProgram('dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    program,
    'app',
    'components',
    'lib',
    'middleware.ts',
    '--config',
    '.dependency-cruiser.cjs',
    '-T',
    'json',
  ];
  const { stdout } = await runToEnd(process.execPath, args, { cwd: tree });
  const report = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  for (const { from, rule } of report.summary.violations)
    violations.set(from, [...(violations.get(from) ?? []), rule.name]);
  fs.rmSync(tree, { recursive: true });
}, 30_000);

function write(tree: string, file: string, text: string): void {
  const target = path.join(tree, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

test.each(BAD)('%s may not import %s', (file, _imported, rule) => {
  expect(violations.get(file)).toContain(rule);
});

test.each(GOOD)('%s may import %s', (file) => {
  expect(violations.get(file)).toBeUndefined();
});
