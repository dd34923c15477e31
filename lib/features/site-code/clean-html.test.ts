import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { COLLECT, htmlAttacks } from '@/lib/testing/site-code-attacks';
import { cleanHtml, cleanStoredHtml } from './clean-html';
import { allowedElements } from './html-rules';

const named = { frame: ['https://www.video.example'], img: ['https://*.pictures.example'] };
const clean = (html: string): string => cleanHtml(html, 'headerHtml', named).html;
const found = (html: string) => cleanHtml(html, 'headerHtml', named).findings;

/** Reads it as a browser would, inside a whole document, and looks at every element and attribute. */
function expectHarmless(html: string): void {
  const document = parse(`<!doctype html><html><head></head><body><main>${html}</main><i id="end"></i></body></html>`);
  const elements = elementsOf(document.childNodes);
  const outside = elements.filter(({ tagName }) => !allowedElements.has(tagName)).map(({ tagName }) => tagName);
  expect(outside).toEqual(['html', 'head', 'body', 'main']);
  for (const { tagName, attrs } of elements)
    for (const { name, value } of attrs) {
      expect(name, html).not.toMatch(/^on|srcdoc|srcset|ping|formaction|action|background|poster|data|name$/);
      if (name === 'id' && value !== 'end') expect(value).toMatch(/^user-/);
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|tel:|[#/?]|[\w-])(?!avascript:)/i);
      if (name === 'src')
        expect(value).toMatch(/^(?:https:\/\/|\/(?:api\/assets|brand)\/|data:image\/(?:png|jpeg|webp|gif);)/);
      if (name === 'style') expect(value).not.toMatch(/url\((?!\/|data:)|fixed/i);
      if (tagName === 'iframe' && name === 'sandbox') expect(value).not.toContain('top-navigation');
    }
}

function elementsOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): DefaultTreeAdapterTypes.Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsOf(node.childNodes)] : []));
}

describe('HTML of a site’s header and footer', () => {
  it.each(htmlAttacks)('holds nothing of %j', (attack) => {
    expectHarmless(clean(attack));
    expectHarmless(clean(`<p>before</p>${attack}<p>after</p>`));
    // A row that somebody else wrote is cleaned as it is shown.
    expectHarmless(cleanStoredHtml(attack, named));
  });

  it.each(htmlAttacks)('cleaned of %j stays as it is when it is cleaned again', (attack) => {
    const once = clean(attack);
    expect(cleanStoredHtml(once, named)).toBe(once);
    expect(found(once)).toEqual([]);
  });

  it('is kept where it is harmless', () => {
    const html =
      '<section class="note" aria-labelledby="user-t"><h2 id="user-t">Open</h2><p style="color:red">Daily &amp; long</p></section>';
    expect(clean(html)).toBe(html);
    expect(found(html)).toEqual([]);
    expect(clean('<a href="/about">x</a>')).toBe('<a href="/about" rel="noopener noreferrer">x</a>');
    expect(clean('<h2 id="a">x</h2><a href="#a">x</a>')).toContain('<a href="#user-a"');
  });

  it.each(['<b>', '<div>', '<table><td>', '<svg>', '<a href=x>', '<p style="a:(">'])(
    'nested without end by %j is cut off',
    (piece) => {
      expectHarmless(clean(piece.repeat(4_000)));
    },
  );

  it('has frames and pictures of named origins only, and frames that can’t move the page', () => {
    const frame = clean('<iframe src="https://www.video.example/1" title="Film"></iframe>');
    expect(frame).toContain('sandbox="allow-scripts allow-same-origin allow-popups allow-forms"');
    expect(clean('<img src="https://a.pictures.example/1.png" alt="x">')).toContain(
      'src="https://a.pictures.example/1.png"',
    );
    for (const src of [
      'https://video.example/1',
      'http://www.video.example/1',
      'https://www.video.example.evil.example/',
    ])
      expect(clean(`<iframe src="${src}"></iframe>`)).toBe('');
    expect(clean('<img src="https://pictures.example/1.png">')).toBe('');
  });

  it.each([
    ['<p>\n<script>1</script></p>', 2, '<script>', 'scriptElement'],
    ['<p\n onclick="a()">x</p>', 2, '<p onclick="a()">', 'handler'],
    ['<p>\n\n<a href="javascript:a()">x</a></p>', 3, '<a href="javascript:a()">', 'link'],
    ['<p>\n<img src="https://x.example/a.png"></p>', 2, '<img src="https://x.example/a.png">', 'picture'],
    ['\n<p style="position:fixed">x</p>', 2, 'position:fixed', 'fixed'],
    ['<body>\n<p>x</p>', 1, '<body>', 'documentElement'],
  ])('says of %j that line %i lost %j, and why', (html, line, what, reason) => {
    expect(found(html)).toEqual([{ field: 'headerHtml', line, what, reason }]);
  });

  it('mixed from pieces of attacks in any order holds nothing that runs or reaches out', () => {
    const pieces = htmlAttacks.filter(({ length }) => length < 1_000);
    const part = fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom(...pieces).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
      fc.constantFrom(
        '<',
        '>',
        '</',
        '"',
        "'",
        '`',
        '<!--',
        '-->',
        '<svg>',
        '<math>',
        '</p>',
        '<table>',
        '<style>',
        '&lt;',
        '\u0000',
        ' onerror=x ',
      ),
      fc.constantFrom(`<img src=${COLLECT}>`, '</style>', '</title>', '<select>', '<template>'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => expectHarmless(clean(parts.join('')))),
      { numRuns: 2_000 },
    );
  });
});
