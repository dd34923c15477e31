import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown';

/** Ways in that Markdown renderers were fooled by: raw HTML, schemes in disguise, broken out attributes, nested constructs. */
const attacks = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.test></ScRiPt>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>@import "//evil.test/x.css"</style>',
  '<base href="//evil.test/">',
  '<form action="//evil.test"><input name=password></form>',
  '<object data="data:text/html,<script>alert(1)</script>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php alert(1) ?>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](javascript&#x3a;alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](java&NewLine;script:alert(1))',
  '[x](<java script:alert(1)>)',
  '[x](\x01javascript:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://evil.test/1)',
  '[x](irc://evil.test)',
  '[x](/a "\\" onmouseover=\\"alert(1)")',
  '[x](/a \'x" onclick="alert(1)\')',
  '[x](/a"onclick="alert(1))',
  '[x](</a" onclick="alert(1)>)',
  '![x" onerror="alert(1)](/a.png)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x](mailto:a@b.test)',
  '![`"onerror="alert(1)`](x)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '[x][r]\n\n[r]: <javascript:alert(1)> "t"',
  '[![x](javascript:alert(1))](javascript:alert(1))',
  '`<script>alert(1)</script>`',
  '```html" onload="alert(1)\n<script>alert(1)</script>\n```',
  '~~~<script>\nx\n~~~',
  '| <script>alert(1)</script> | "onx=" |\n|---|---|\n| [x](javascript:alert(1)) | <img src=x onerror=alert(1)> |',
  'www.evil.test/"onclick="alert(1)',
  'https://evil.test/<script>alert(1)</script>',
  'a@b.test"onclick="alert(1)',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '- [ ] <img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<div\n\nonclick=alert(1)>',
];

describe('renderMarkdown', () => {
  it.each(attacks)('makes nothing that acts out of %j', (attack) => {
    expect(dangersIn(renderMarkdown(attack))).toEqual([]);
    expect(dangersIn(renderMarkdown(`> 1. **${attack}**\n\n${attack}`))).toEqual([]);
  });

  it('makes nothing that acts out of any mixture of them', () => {
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\\',
      '\n',
      ' ',
      '&#58;',
      '&colon;',
      '|',
      '~~',
      '*',
      '_',
      '//',
      ':',
    ];
    const words = [
      'javascript:',
      'data:text/html,',
      'script',
      'img src=x',
      'onerror=alert(1)',
      'www.a.test',
      'https://a.test',
      'a@b.test',
      '- [ ] ',
      '|-|',
    ];
    const text = fc
      .array(fc.constantFrom(...pieces, ...words, ...attacks), { maxLength: 24 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (body) => dangersIn(renderMarkdown(body)).length === 0),
      { numRuns: 2_000 },
    );
  }, 60_000);

  it('writes what authors mean: headings below the title, lists, tables, strikethrough, code', () => {
    expect(renderMarkdown('# One\n\n## Two\n\n###### Six')).toBe('<h2>One</h2>\n<h3>Two</h3>\n<h4>Six</h4>');
    expect(renderMarkdown('## One\n\n## Other')).toBe('<h2>One</h2>\n<h2>Other</h2>');
    expect(renderMarkdown('- a\n- b')).toContain('<li>a</li>');
    expect(renderMarkdown('| a |\n|---|\n| b |')).toContain('<td>b</td>');
    expect(renderMarkdown('~~no~~ `x`')).toBe('<p><del>no</del> <code>x</code></p>');
  });

  it('tells other sites nothing about where a reader came from, and leaves links of the own site alone', () => {
    expect(renderMarkdown('[x](https://a.test "t")')).toBe(
      '<p><a href="https://a.test" rel="noopener noreferrer" title="t">x</a></p>',
    );
    expect(renderMarkdown('[x](//a.test)')).toContain('rel="noopener noreferrer"');
    expect(renderMarkdown('[x](/about) [y](#top)')).toBe('<p><a href="/about">x</a> <a href="#top">y</a></p>');
    expect(renderMarkdown('hello@a.test')).toContain('href="mailto:hello@a.test"');
  });

  it('keeps the words of a link or picture whose target it refuses', () => {
    expect(renderMarkdown('[call us](javascript:alert(1))')).toBe('<p><a>call us</a></p>');
    expect(renderMarkdown('![Our house](data:image/png;base64,xx)')).toBe(
      '<p><img src="" alt="Our house" loading="lazy" /></p>',
    );
  });
});

const attributes: Record<string, readonly string[]> = {
  a: ['href', 'rel', 'title'],
  img: ['src', 'alt', 'loading', 'title'],
  code: ['class'],
  ol: ['start'],
  td: ['align'],
  th: ['align'],
};
const tags = [
  ...Object.keys(attributes),
  ...[
    'p',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'li',
    'blockquote',
    'strong',
    'em',
    'del',
    'pre',
    'hr',
    'br',
    'table',
    'thead',
    'tbody',
    'tr',
  ],
];

/** Reads the result as a browser's tokenizer would and names every tag, attribute and address that is not on the list. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  for (const [raw, name = '', rest = ''] of html.matchAll(
    /<\/?([a-zA-Z!?][^\s/>]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|<(?=[a-zA-Z/!?])/g,
  )) {
    if (!tags.includes(name)) dangers.push(raw);
    for (const [, attribute = '', value = ''] of rest.matchAll(/\s+([^\s=>/]+)(?:="([^"]*)")?/g)) {
      if (!attributes[name]?.includes(attribute)) dangers.push(`${name} ${attribute}`);
      if ((attribute === 'href' || attribute === 'src') && !isHarmless(value, attribute)) dangers.push(value);
    }
  }
  return dangers;
}

function isHarmless(encoded: string, attribute: string): boolean {
  const address = encoded.replace(/&amp;/g, '&').replace(/&#?\w+;/g, 'x');
  // A browser does not go to what is no address.
  if (!URL.canParse(address, 'https://site.test/')) return true;
  const { protocol } = new URL(address, 'https://site.test/');
  return ['http:', 'https:', ...(attribute === 'href' ? ['mailto:'] : [])].includes(protocol);
}
