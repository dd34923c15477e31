import { referencesIn, safeSvgValue, SVG_PROPERTIES } from './svg-allow-list';

export interface StyleRule {
  /** Names of elements, `.class` and `#id` that its selectors mention. */
  mentions: string[];
  /** Ids that its declarations draw with. */
  references: string[];
  css: string;
}

/** The allowed declarations of a style attribute, written anew. */
export function safeDeclarations(text: string): string {
  const kept = withoutComments(text)
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const property = declaration.slice(0, colon).trim();
      if (colon < 0 || !SVG_PROPERTIES.has(property)) return [];
      const value = safeSvgValue(property, declaration.slice(colon + 1));
      return value === null || value === '' ? [] : [`${property}:${value}`];
    });
  return kept.join(';');
}

/** The rules of a style sheet that do nothing but paint. At-rules load, name fonts and animate: they go, and so does what is not understood. */
export function safeRules(sheet: string): StyleRule[] {
  const plain = withoutComments(sheet).replace(/@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/g, '');
  if (/[@\\<]/.test(plain)) return [];
  return [...plain.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const selector = selectors.trim().replace(/\s+/g, ' ');
    const declarations = safeDeclarations(body);
    if (!SELECTOR.test(selector) || declarations === '') return [];
    const mentions = selector.match(/[.#]?[\w-]+/g) ?? [];
    return [{ mentions, references: referencesIn(declarations), css: `${selector}{${declarations}}` }];
  });
}

const SELECTOR = /^[\w.#][\w.#>, -]*$/;

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ');
}
