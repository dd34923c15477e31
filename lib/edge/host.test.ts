import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSurface, normaliseHost } from './host';

const LOCAL = { rootDomain: 'localhost:3000', sitesDomain: 'sites.localhost:3000' };
const LIVE = { rootDomain: 'portico.example', sitesDomain: 'pages.example.net' };

function hostOf(raw: string): string | undefined {
  const normal = normaliseHost(raw);
  return normal.ok ? normal.host : undefined;
}

describe('normaliseHost', () => {
  it.each([
    ['ACME.Localhost:3000', 'acme.localhost'],
    ['acme.localhost.', 'acme.localhost'],
    ['acme.localhost.:3000', 'acme.localhost'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['MÜNCHEN.DE', 'xn--mnchen-3ya.de'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    ['faß.de', 'xn--fa-hia.de'],
    ['acme。localhost', 'acme.localhost'],
    ['ａｃｍｅ.localhost', 'acme.localhost'],
    ['127.0.0.1:3000', '127.0.0.1'],
    ['0x7f.1', '127.0.0.1'],
    ['[::1]:3000', '[::1]'],
    ['[0:0::1]', '[::1]'],
  ])('brings %s to its one normal form', (raw, host) => {
    expect(hostOf(raw)).toBe(host);
  });

  it('splits the port off', () => {
    expect(normaliseHost('acme.localhost:3000')).toEqual({ ok: true, host: 'acme.localhost', port: 3000 });
    expect(normaliseHost('acme.localhost')).toEqual({ ok: true, host: 'acme.localhost' });
  });

  it.each([
    '',
    '.',
    '..',
    'a..b',
    '.a',
    'a b',
    ' a',
    'a\t',
    'a\r\nX: y',
    'a\u0000b',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'user@a',
    'user:pw@a',
    'a,b',
    'a%2eb',
    'a%00',
    'http://a',
    '-a.b',
    'a-.b',
    'a_b.c',
    'a:',
    'a:0',
    'a:65536',
    'a:1:2',
    'a:x',
    ':3000',
    '[::1',
    '::1',
    '[::g]',
    'xn--a',
    'xn--',
    'foo.1',
    '256.1.1.1',
    '*.a',
    `${'a'.repeat(64)}.b`,
    `${'a.'.repeat(127)}ab`,
    'a'.repeat(600),
    'a\u200e\u202eb..c',
  ])('refuses %j', (raw) => {
    expect(normaliseHost(raw)).toEqual({ ok: false });
  });

  it('is idempotent for every input', () => {
    fc.assert(
      fc.property(anyHost, (raw) => {
        const host = hostOf(raw);
        if (host !== undefined) expect(hostOf(host)).toBe(host);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a domain of ours that is set wrongly', () => {
  it('matches no host at all', () => {
    const broken = { rootDomain: 'not a domain', sitesDomain: '' };
    for (const host of ['localhost', 'console.localhost', 'acme.localhost'])
      expect(chooseSurface(host, broken)).toEqual({ kind: 'custom', host });
  });
});

describe('a name with a trailing dot', () => {
  it('is the same name, unless it becomes an address by losing it', () => {
    expect(normaliseHost('acme.localhost.')).toEqual({ ok: true, host: 'acme.localhost' });
    expect(normaliseHost('127.0.0.1.')).toEqual(normaliseHost('127.0.0.1'));
    expect(normaliseHost('0x1.2.3.4.5.')).toEqual({ ok: false });
  });
});

describe('chooseSurface', () => {
  it.each([
    ['console.localhost', 'console'],
    ['localhost', 'root'],
    ['acme.localhost', 'portal'],
    ['acme.sites.localhost', 'site'],
    ['sites.localhost', 'invalid'],
    ['console.sites.localhost', 'invalid'],
    ['www.localhost', 'invalid'],
    ['api.localhost', 'invalid'],
    ['a.b.localhost', 'invalid'],
    ['acme.console.localhost', 'invalid'],
    ['xn--mnchen-3ya.localhost', 'invalid'],
    ['ab.localhost', 'invalid'],
    ['acme.localhost.evil.com', 'custom'],
    ['acmelocalhost', 'custom'],
    ['portal.customer.com', 'custom'],
    ['127.0.0.1', 'custom'],
  ])('takes %s for %s', (host, kind) => {
    expect(chooseSurface(host, LOCAL).kind).toBe(kind);
  });

  it('gives the slug and the host of a tenant surface', () => {
    expect(chooseSurface('acme.localhost', LOCAL)).toEqual({ kind: 'portal', slug: 'acme', host: 'acme.localhost' });
    expect(chooseSurface('acme.pages.example.net', LIVE)).toEqual({
      kind: 'site',
      slug: 'acme',
      host: 'acme.pages.example.net',
    });
  });

  it('prefers the longer suffix, whichever domain lies under the other', () => {
    const rootBelow = { rootDomain: 'app.example.com', sitesDomain: 'example.com' };
    expect(chooseSurface('acme.app.example.com', rootBelow).kind).toBe('portal');
    expect(chooseSurface('acme.example.com', rootBelow).kind).toBe('site');
    expect(chooseSurface('app.example.com', rootBelow).kind).toBe('root');
  });

  it('never gives a tenant surface to a host outside our two domains', () => {
    fc.assert(
      fc.property(anyHost, (raw) => {
        const host = hostOf(raw);
        if (host === undefined) return;
        for (const domains of [LOCAL, LIVE]) {
          const surface = chooseSurface(host, domains);
          const root = domains.rootDomain.split(':')[0];
          const sites = domains.sitesDomain.split(':')[0];
          if (surface.kind === 'portal') expect(host).toBe(`${surface.slug}.${root}`);
          if (surface.kind === 'site') expect(host).toBe(`${surface.slug}.${sites}`);
          if (surface.kind === 'console') expect(host).toBe(`console.${root}`);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

const anyHost = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.domain(),
  fc.ipV4Extended(),
  fc.ipV6().map((address) => `[${address}]`),
  fc
    .tuple(
      fc.array(
        fc.constantFrom(
          'acme',
          'console',
          'sites',
          'localhost',
          'xn--',
          'evil',
          'A',
          '.',
          '。',
          '\u00ad',
          '%2e',
          '@',
          ':',
          '3000',
          '0',
          '-',
          '1',
          'portico.example',
          'ß',
        ),
        {
          maxLength: 7,
        },
      ),
      fc.constantFrom(
        '',
        '.',
        ':3000',
        '.localhost',
        '.sites.localhost',
        '.portico.example',
        '.pages.example.net',
        '.localhost.evil.com',
      ),
    )
    .map(([parts, ending]) => parts.join('') + ending),
);
