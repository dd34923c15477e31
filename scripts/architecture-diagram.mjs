/** Writes the diagram of docs/architecture.md: which rooms use which, read off the imports. `--check` only compares. */
import fs from 'node:fs';
import path from 'node:path';
import { fail, packageProgram, Refusal, root, runToEnd } from './project.mjs';

const FILE = path.join(root, 'docs/architecture.md');
const MARKED = /(<!-- diagram:start -->\n)[\s\S]*?(<!-- diagram:end -->)/;

try {
  const before = fs.readFileSync(FILE, 'utf8');
  if (!MARKED.test(before)) throw new Refusal('docs/architecture.md lacks the diagram:start and diagram:end markers.');
  const diagram = await drawDiagram();
  const after = before.replace(MARKED, (_, start, end) => `${start}\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n${end}`);
  if (!process.argv.includes('--check')) fs.writeFileSync(FILE, after);
  else if (after !== before) throw new Refusal('It is out of date: run node scripts/architecture-diagram.mjs.');
} catch (error) {
  fail(error);
}

async function drawDiagram() {
  const program = packageProgram('dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['app', 'components', 'lib', 'middleware.ts', '--config', '.dependency-cruiser.cjs', '-T', 'json'];
  const { stdout } = await runToEnd(process.execPath, [program, ...args]);
  const uses = new Map();
  for (const { source, dependencies } of JSON.parse(stdout).modules) {
    for (const { resolved } of dependencies) {
      const [from, to] = [room(source), room(resolved)];
      if (!from || !to || from === to) continue;
      uses.set(from, (uses.get(from) ?? new Set()).add(to));
    }
  }
  const rooms = new Set([...uses].flatMap(([from, to]) => [from, ...to]));
  const nodes = [...rooms].sort().map((name) => `  ${idOf(name)}["${name.replace('<', '&lt;').replace('>', '&gt;')}"]`);
  const arrows = [...uses].sort().map(([from, to]) => `  ${idOf(from)} --> ${[...to].sort().map(idOf).join(' & ')}`);
  return ['flowchart TD', ...nodes, ...arrows].join('\n');
}

/** Folder level; tests and generated code are no part of the picture. */
function room(file) {
  if (/\.test\.tsx?$|^lib\/(testing|generated)\//.test(file)) return undefined;
  const shared = /^components\/(ui|shell|charts|i18n)\//.exec(file);
  if (shared) return shared[1] === 'shell' ? 'components/shell' : 'components/ui';
  if (file.startsWith('components/')) return 'components/<feature>';
  return /^(lib\/[^/]+)\//.exec(file)?.[1] ?? /^(app|middleware)\b/.exec(file)?.[1];
}

function idOf(name) {
  return name.replaceAll(/\W+/g, '_');
}
