import { referencesOf, SVG_NODES_MAX, SvgRefused, type SvgNode } from './svg-tree';
import type { StyleRule } from './svg-style';

/**
 * Counts what a drawing is once every reference is followed: ten groups that each use the next one ten times are ten thousand
 * million shapes. Also a ring of references is refused.
 * @throws SvgRefused complex
 */
export function checkCost(root: SvgNode): void {
  const byId = new Map<string, SvgNode>();
  const rules: StyleRule[] = [];
  walk(root, (node) => {
    const id = node.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    rules.push(...node.rules.filter(({ references }) => references.length > 0));
  });
  const known = new Map<SvgNode, number>();
  const under = new Set<SvgNode>();

  function costOf(node: SvgNode): number {
    const held = known.get(node);
    if (held !== undefined) return held;
    if (under.has(node)) throw new SvgRefused('complex');
    under.add(node);
    const targets = [...referencesOf(node), ...styledReferences(node, rules)].flatMap((id) => byId.get(id) ?? []);
    const parts = node.children.filter((child) => typeof child !== 'string');
    const cost = [...parts, ...targets].reduce((sum, part) => sum + costOf(part), 1);
    if (cost > SVG_NODES_MAX) throw new SvgRefused('complex');
    under.delete(node);
    known.set(node, cost);
    return cost;
  }
  costOf(root);
}

/** What a style sheet might draw this node with; a rule that mentions any of its names counts. */
function styledReferences({ name, attributes }: SvgNode, rules: readonly StyleRule[]): string[] {
  if (rules.length === 0) return [];
  const classes = attributes.get('class')?.split(/\s+/) ?? [];
  const names = new Set([name, `#${attributes.get('id') ?? ''}`, ...classes.map((one) => `.${one}`)]);
  return rules.filter(({ mentions }) => mentions.some((one) => names.has(one))).flatMap(({ references }) => references);
}

function walk(node: SvgNode, visit: (node: SvgNode) => void): void {
  visit(node);
  for (const child of node.children) if (typeof child !== 'string') walk(child, visit);
}
