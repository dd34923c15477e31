import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssAttacks, overlayAttacks } from '@/lib/testing/site-code-attacks';
import { cleanCss, cleanStyle } from './clean-css';

const clean = (css: string): string => cleanCss(css).css;
const reasons = (css: string): string[] => cleanCss(css).findings.map(({ reason }) => reason);

/** What would have to stand in a stylesheet to fetch from elsewhere, run something or leave its place. Strings are no code. */
function expectHarmless(css: string): void {
  const code = css.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  const addresses = [...code.matchAll(/url\(([^)]*)\)/gi)].map(([, address]) => address ?? '');
  for (const address of addresses)
    expect(address).toMatch(/^(?:\/(?:api\/assets|brand)\/[\w.-]+|data:image\/(?:png|jpeg|webp|gif);)/);
  expect(code).not.toMatch(/\\[\w-]*\(/);
  // An escaped sign begins nothing.
  const plain = code.replaceAll(/\\./g, '');
  expect(plain).not.toMatch(/@(?:import|charset|namespace|layer|property|page|scope|container)|javascript:|https?:/i);
  expect(plain).not.toMatch(/(?:image-set|image|src|cross-fade|paint|element|expression)\(/i);
  expect(plain).not.toMatch(/[;{](?:behavior|-moz-binding|all|contain|isolation):|position:fixed/i);
  expect(css).not.toMatch(/<[/!?]/);
  for (const [, layer] of code.matchAll(/z-index:([^;}]*)/g)) expect(Math.abs(Number(layer))).toBeLessThanOrEqual(100);
}

describe('a site’s CSS', () => {
  it.each([...cssAttacks, ...overlayAttacks])('holds nothing of %j', (attack) => {
    expectHarmless(clean(attack));
    // Cut into a stylesheet that is well made, it takes no rule along that was not judged.
    expectHarmless(clean(`.a{color:red}${attack}\n.b{color:blue}`));
  });

  it('is kept where it is harmless, and reaches its site’s content only', () => {
    expect(clean('body{color:red} h1, .s-hero > a:hover{margin:0 auto!important}')).toBe(
      '.s-body{color:red}.s-body h1,.s-body .s-hero>a:hover{margin:0 auto!important}',
    );
    expect(clean('html.dark body > main{top:0} :root{--accent:#fff}')).toBe(
      'html.dark body .s-body>main{top:0}.s-body{--accent:#fff}',
    );
    expect(clean('@media (width < 600px){a{color:red}} @supports (display:grid){a{display:grid}}')).toContain(
      '.s-body a',
    );
    expect(clean('a{background:url("/api/assets/ab12.png") no-repeat, linear-gradient(red, blue)}')).toContain(
      'url(/api/assets/ab12.png)',
    );
    expect(reasons('a{background:url(data:image/png;base64,iVBORw0KGgo=)} p{z-index:-100;position:sticky}')).toEqual(
      [],
    );
  });

  it('gets names of its own for its animations', () => {
    const css = clean('@keyframes fade{from{opacity:0}to{opacity:1}} a{animation:fade 1s ease} b{animation-name:spin}');
    expect(css).toBe(
      '@keyframes u-fade{from{opacity:0}to{opacity:1}}.s-body a{animation:u-fade 1s ease}.s-body b{animation-name:spin}',
    );
  });

  it.each([
    ['a{\n  color: red;\n  position: fixed;\n}', 3, 'position: fixed', 'fixed'],
    ['a{color:red}\n@import "https://x.example/a.css";', 2, '@import "https://x.example/a.css";', 'importRule'],
    ['\n\na{background:url(https://x.example/a.png)}', 3, 'background:url(https://x.example/a.png)', 'address'],
    ['body ~ div{color:red}', 1, 'body ~ div', 'outside'],
    ['a{z-index:5000}', 1, 'z-index:5000', 'layer'],
    ['a{b{color:red}}', 1, 'b{color:red}', 'nested'],
    ['a{behavior:none}', 1, 'behavior:none', 'property'],
  ])('says of %j that line %i lost %j, and why', (css, line, what, reason) => {
    expect(cleanCss(css).findings).toEqual([{ field: 'css', line, what, reason }]);
  });

  it.each(['(', '[', '{', 'a{', 'a:is(', '@media(', '@media{', 'a{b:c('])(
    'nested without end by %j is refused, not run into',
    (piece) => {
      expect(clean(piece.repeat(20_000))).toBe('');
    },
  );

  it('of an attribute is judged by the same lists', () => {
    const { css, findings } = cleanStyle('color:red;background:url(//x.example/);position:fixed', 'footerHtml', 7);
    expect(css).toBe('color:red');
    expect(findings.map(({ line, reason }) => [line, reason])).toEqual([
      [7, 'address'],
      [7, 'fixed'],
    ]);
  });

  it('mixed from pieces of attacks in any order holds nothing that reaches out', () => {
    const pieces = [...cssAttacks, ...overlayAttacks].filter(({ length }) => length < 1_000);
    const part = fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom(...pieces).chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
      fc.constantFrom(
        '{',
        '}',
        ';',
        '/*',
        '*/',
        '"',
        "'",
        '(',
        ')',
        '\\',
        '<!--',
        '-->',
        'url(',
        '@media{',
        ':',
        '\n',
        'a',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => expectHarmless(clean(parts.join('')))),
      { numRuns: 3_000 },
    );
  });
});
