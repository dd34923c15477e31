import { checkCost } from './svg-cost';
import { readSvg, type SvgNode } from './svg-tree';

/**
 * A drawing of our own making from an uploaded one: read as XML, cut down to lists of what can only draw, written anew. No script,
 * handler, link, address, embedded page or picture, entity, animation, filter or font survives, whatever it was hidden in.
 * @throws SvgRefused for text that is no XML, for more than 20,000 elements (references followed) and for a ring of references
 */
export function cleanSvg(upload: Buffer): Buffer {
  const root = readSvg(upload.toString('utf8').replace(/^\uFEFF/, ''));
  checkCost(root);
  giveItsSize(root);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"${written(root.attributes)}>${content(root)}</svg>\n`);
}

/** A picture that is scaled needs its own measures: the box from the size where it has none, and the other way round. */
function giveItsSize({ attributes }: SvgNode): void {
  const [width, height] = [measure(attributes.get('width')), measure(attributes.get('height'))];
  const box =
    attributes
      .get('viewBox')
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  if (box.length === 4 && box.every(Number.isFinite)) {
    if (width !== null && height !== null) return;
    attributes.set('width', String(box[2]));
    attributes.set('height', String(box[3]));
  } else if (width !== null && height !== null) {
    attributes.set('viewBox', `0 0 ${width} ${height}`);
  }
}

function measure(value: string | undefined): number | null {
  const number = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(value ?? '')?.[1];
  return number === undefined || Number(number) === 0 ? null : Number(number);
}

function content(node: SvgNode): string {
  return node.children.map((child) => (typeof child === 'string' ? escaped(child) : element(child))).join('');
}

function element(node: SvgNode): string {
  if (node.name === 'style' && node.rules.length === 0) return '';
  const inner = content(node);
  const start = `<${node.name}${written(node.attributes)}`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</${node.name}>`;
}

function written(attributes: ReadonlyMap<string, string>): string {
  return [...attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
