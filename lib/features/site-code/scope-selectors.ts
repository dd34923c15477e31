import 'server-only';
import * as tree from 'css-tree';
import { allowedPseudoClasses, allowedPseudoElements } from './css-rules';
import type { FindingReason } from './schema';

/** The element around everything of a site that a tenant may style (app/hosts/[host]/site/site-frame.tsx). */
export const SCOPE_CLASS = 's-body';

/**
 * Makes each selector match only inside the scope: `body` and `html` at its start become the scope itself, anything else its
 * descendants. Selectors that could step beside it are taken out. Returns whether any is left.
 */
export function scopeSelectors(
  list: tree.SelectorList,
  report: (node: tree.CssNode, reason: FindingReason) => void,
): boolean {
  list.children = list.children.filter((selector) => {
    const fault = selector.type === 'Selector' ? (selectorFault(selector) ?? scope(selector)) : 'unreadable';
    if (fault !== null) report(selector, fault);
    return fault === null;
  });
  return !list.children.isEmpty;
}

function selectorFault(selector: tree.Selector): FindingReason | null {
  let fault: FindingReason | null = null;
  tree.walk(selector, (node) => {
    fault ??= partFault(node);
  });
  return fault;
}

function partFault(node: tree.CssNode): FindingReason | null {
  switch (node.type) {
    case 'Raw':
      return 'unreadable';
    case 'NestingSelector':
      return 'nested';
    case 'TypeSelector':
      return node.name.includes('|') ? 'selector' : null;
    case 'Combinator':
      return /^(?: |>|\+|~)$/.test(node.name) ? null : 'selector';
    case 'PseudoClassSelector':
      return allowedPseudoClasses.has(node.name.toLowerCase()) || LEGACY.test(node.name) ? null : 'selector';
    case 'PseudoElementSelector':
      return allowedPseudoElements.has(node.name.toLowerCase()) ? null : 'selector';
    default:
      return null;
  }
}

/** `:before` is the old way to write `::before`. */
const LEGACY = /^(?:before|after|first-line|first-letter)$/i;

function scope(selector: tree.Selector): FindingReason | null {
  const parts = selector.children.toArray();
  if (parts[0] === undefined || parts[0].type === 'Combinator') return 'unreadable';
  const roots = rootLength(parts);
  const outer = parts.slice(0, roots);
  const inner = parts.slice(roots);
  const [step] = inner;
  if (step?.type === 'Combinator' && step.name !== ' ' && step.name !== '>' && roots > 0) return 'outside';
  const own: tree.CssNode = { type: 'ClassSelector', name: SCOPE_CLASS };
  const down: tree.CssNode = { type: 'Combinator', name: ' ' };
  const scoped =
    roots === 0
      ? [own, down, ...inner]
      : inner.length > 0
        ? [...outer, down, own, ...inner]
        : [...outer.slice(0, lastCompound(outer)), ...replaceRoot(outer.slice(lastCompound(outer)), own)];
  selector.children = new tree.List<tree.CssNode>().fromArray(scoped);
  return null;
}

/** How many parts at the start belong to the document's own elements, joined by descent. */
function rootLength(parts: readonly tree.CssNode[]): number {
  let length = 0;
  for (let at = 0; at < parts.length;) {
    const end = compoundEnd(parts, at);
    if (!parts.slice(at, end).some(isRoot)) break;
    length = end;
    const next = parts[end];
    if (next?.type !== 'Combinator' || (next.name !== ' ' && next.name !== '>')) break;
    at = end + 1;
  }
  return length;
}

function compoundEnd(parts: readonly tree.CssNode[], from: number): number {
  const step = parts.findIndex((part, at) => at >= from && part.type === 'Combinator');
  return step === -1 ? parts.length : step;
}

function lastCompound(parts: readonly tree.CssNode[]): number {
  return parts.findLastIndex(({ type }) => type === 'Combinator') + 1;
}

/** `body.dark::before` → `.s-body.dark::before`; what was said of `body` is said of the scope. */
function replaceRoot(compound: readonly tree.CssNode[], own: tree.CssNode): tree.CssNode[] {
  return [own, ...compound.filter((part) => !isRoot(part))];
}

function isRoot(part: tree.CssNode): boolean {
  if (part.type === 'TypeSelector') return /^(?:html|body)$/i.test(tree.ident.decode(part.name));
  return part.type === 'PseudoClassSelector' && part.name.toLowerCase() === 'root';
}
