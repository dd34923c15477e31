import { maxDepth } from './rules';

export interface TreeNode {
  id: string;
  parentId: string | null;
  slug: string;
}

export interface PlacedNode<N extends TreeNode> {
  node: N;
  /** Slugs from the top, joined by slashes. */
  path: string;
  /** 0 at the top. */
  depth: number;
}

/**
 * Each page under its parent, in the order given among siblings. What hangs below an absent page, or in a ring, is left out: it has
 * no address.
 */
export function placeInTree<N extends TreeNode>(nodes: readonly N[]): PlacedNode<N>[] {
  const below = new Map<string | null, N[]>();
  for (const node of nodes) below.set(node.parentId, [...(below.get(node.parentId) ?? []), node]);
  const placed: PlacedNode<N>[] = [];
  const visit = (parentId: string | null, prefix: string, depth: number): void => {
    for (const node of below.get(parentId) ?? []) {
      const path = prefix + node.slug;
      placed.push({ node, path, depth });
      visit(node.id, `${path}/`, depth + 1);
    }
  };
  visit(null, '', 0);
  return placed;
}

/** What stands above a page, from the top. */
export function trailOf<N extends TreeNode>(nodes: readonly N[], page: TreeNode): N[] {
  const parent = nodes.find(({ id }) => id === page.parentId);
  return parent === undefined ? [] : [...trailOf(nodes, parent), parent];
}

/** Why a page can't stand below another, or null where it can. */
export function parentFault(
  nodes: readonly TreeNode[],
  pageId: string | null,
  parentId: string | null,
): 'invalid' | 'below_itself' | 'page_too_deep' | null {
  if (parentId === null) return null;
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  if (!parents.has(parentId)) return 'invalid';
  let above = 0;
  for (let id: string | null = parentId; id !== null; id = parents.get(id) ?? null) {
    if (id === pageId) return 'below_itself';
    above += 1;
    if (above > maxDepth) return 'page_too_deep';
  }
  return above + heightOf(nodes, pageId) > maxDepth ? 'page_too_deep' : null;
}

/** Levels that a page takes, its own included. */
function heightOf(nodes: readonly TreeNode[], pageId: string | null): number {
  if (pageId === null) return 1;
  const children = nodes.filter(({ parentId }) => parentId === pageId);
  return 1 + Math.max(0, ...children.map(({ id }) => heightOf(nodes, id)));
}

/** The order after one page changed places with its neighbour; the same order where it has none on that side. */
export function swapWithNeighbour(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const at = ids.indexOf(id);
  const to = direction === 'up' ? at - 1 : at + 1;
  const other = ids[to];
  if (at < 0 || other === undefined) return [...ids];
  return ids.map((each, index) => (index === at ? other : index === to ? id : each));
}
