import 'server-only';
import * as tree from 'css-tree';
import { assetFault } from './address-rules';
import { allowedFunctions, MAX_LAYER } from './css-rules';
import type { FindingReason } from './schema';

/** What is wrong with the value of a property whose name is allowed, or null. Escaped spellings of a function are no function that we know. */
export function valueFault(property: string, value: tree.Value | tree.Raw): FindingReason | null {
  if (value.type === 'Raw') return value.value.trim() === '' && property.startsWith('--') ? null : 'unreadable';
  let fault: FindingReason | null = null;
  tree.walk(value, (node) => {
    fault ??= nodeFault(node);
  });
  return fault ?? placeFault(property, value);
}

function nodeFault(node: tree.CssNode): FindingReason | null {
  switch (node.type) {
    case 'Url':
      return assetFault(node.value);
    case 'Function':
      return functionFault(node);
    case 'Raw':
    case 'Block':
      return 'unreadable';
    default:
      return null;
  }
}

function functionFault(node: tree.FunctionNode): FindingReason | null {
  const name = node.name.toLowerCase();
  if (!allowedFunctions.has(name) || node.name.includes('\\')) return 'value';
  // attr() with a type can make an address out of an attribute.
  const plain = node.children.size === 1 && node.children.first?.type === 'Identifier';
  return name === 'attr' && !plain ? 'value' : null;
}

/** Nothing is fixed to the window, and nothing lies above our own parts of a page. A variable could say either. */
function placeFault(property: string, value: tree.Value): FindingReason | null {
  const text = tree.generate(value).toLowerCase();
  if (property === 'position')
    return /^(?:static|relative|absolute|sticky|inherit|initial|unset)$/.test(text) ? null : 'fixed';
  if (property !== 'z-index' || /^(?:auto|inherit|initial|unset)$/.test(text)) return null;
  return /^-?\d{1,6}$/.test(text) && Math.abs(Number(text)) <= MAX_LAYER ? null : 'layer';
}
