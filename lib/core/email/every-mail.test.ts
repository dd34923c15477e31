import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '@/lib/core/branding/oklch';
import { derivePalette } from '@/lib/core/branding/palette';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { dnsRecords } from './dns-records';
import { domainNotice } from './domain-notice';
import type { Email, EmailAudience, EmailBrand } from './email';
import { isolationAlert } from './isolation-alert';
import { memberInvitation } from './member-invitation';
import { newDeviceNotice } from './new-device-notice';
import { passwordReset, superAdminPasswordReset } from './password-reset';
import { portalList } from './portal-list';
import { superAdminInvitation } from './super-admin-invitation';
import { tenantAdminInvitation } from './tenant-admin-invitation';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const AT = new Date('2026-11-28T09:30:00Z');
const HOME = 'https://portal.harbour.example';
const url = `${HOME}/invitations/abc?next=%2F&x=1`;
const link = { url, expiresAt: AT };
const DOMAIN = 'portal.harbour.example';
const RECORDS = [
  { type: 'CNAME', name: DOMAIN, value: 'edge.portico.example' },
  { type: 'TXT', name: `_portico.${DOMAIN}`, value: 'portico-verification=0123456789abcdef' },
];

/** Every template by its file; a new one that is not here fails the first test. */
const TEMPLATES: Record<string, ((audience: EmailAudience) => Email)[]> = {
  'dns-records.ts': [
    (audience) => dnsRecords({ ...audience, domain: DOMAIN, records: RECORDS, until: AT }),
    (audience) => dnsRecords({ ...audience, domain: DOMAIN, records: RECORDS, until: null }),
  ],
  'domain-notice.ts': (['activated', 'warning', 'off'] as const).map(
    (kind) => (audience) => domainNotice({ ...audience, kind, domain: DOMAIN, daysLeft: 3, offAt: AT, url }),
  ),
  'isolation-alert.ts': [
    (audience) => isolationAlert({ ...audience, at: AT, attempts: 9, leaks: ['a'], drift: ['b'], url }),
  ],
  'member-invitation.ts': [
    (audience) => memberInvitation({ ...audience, ...link, inviterName: NAME, roleName: 'Viewer' }),
  ],
  'new-device-notice.ts': [
    (audience) => newDeviceNotice({ ...audience, at: AT, device: 'Firefox', ip: '192.0.2.1', sessionsUrl: url }),
  ],
  'password-reset.ts': [
    (audience) => passwordReset({ ...audience, ...link }),
    (audience) => superAdminPasswordReset({ ...audience, ...link }),
  ],
  'portal-list.ts': [
    (audience) =>
      portalList({
        ...audience,
        portals: [
          { name: NAME, url },
          { name: 'Second', url: `${HOME}/second` },
        ],
      }),
  ],
  'super-admin-invitation.ts': [
    (audience) => superAdminInvitation({ ...audience, ...link, inviter: NAME, role: 'operator' }),
  ],
  'tenant-admin-invitation.ts': [(audience) => tenantAdminInvitation({ ...audience, ...link })],
};

const NAME = `Harbour "&" <Söhne> {x}`;
const LINE = 'Harbour Ltd, <b>1 Quay</b>';

const tokens = (changes: Partial<BrandTokens>): BrandTokens => ({
  displayName: NAME,
  brandColour: '#0b1f4d',
  neutralTint: 'subtle',
  radius: 'medium',
  font: 'inter',
  theme: 'system',
  signInLayout: 'centred',
  emailHeader: 'plain',
  ...changes,
});

const logos = { logoUrl: `${HOME}/api/assets/a.png`, logoDarkUrl: `${HOME}/api/assets/b.png` };
const BRANDS: [string, EmailBrand][] = [
  ['dark navy, no logo', { tokens: tokens({}), homeUrl: HOME }],
  ['pure yellow, both logos', { tokens: tokens({ brandColour: '#ffff00', radius: 'none' }), homeUrl: HOME, ...logos }],
  [
    'near-white with a band',
    { tokens: tokens({ brandColour: '#fdfdfd', radius: 'full' }), homeUrl: HOME, look: { header: 'band' } },
  ],
  [
    'near-black with a band, one logo and a line',
    {
      tokens: tokens({ brandColour: '#050505', neutralTint: 'none' }),
      homeUrl: HOME,
      logoUrl: logos.logoUrl,
      look: { header: 'band', footerLine: LINE },
    },
  ],
  [
    'neon green with a line',
    {
      tokens: tokens({ brandColour: '#39ff14', neutralTint: 'strong', theme: 'dark' }),
      homeUrl: HOME,
      look: { header: 'plain', footerLine: LINE },
    },
  ],
  [
    'two tones, both logos and a band',
    {
      tokens: tokens({ brandColour: '#c81e5a', accentColour: '#00b7c3' }),
      homeUrl: HOME,
      ...logos,
      look: { header: 'band' },
    },
  ],
];

const CASES = BRANDS.flatMap(([look, brand]) =>
  Object.entries(TEMPLATES).flatMap(([file, renders]) =>
    renders.map((render, index) => [`${file} ${index}`, look, brand, render] as const),
  ),
);

it('every template stands in this test', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) =>
      !file.includes('.test.') &&
      file !== 'render-email.ts' &&
      readFileSync(path.join(import.meta.dirname, file), 'utf8').includes('renderEmail('),
  );
  expect(files.sort()).toEqual(Object.keys(TEMPLATES).sort());
});

describe.each(CASES)('%s in %s', (_, __, brand, render) => {
  const audience: EmailAudience = { brand, email: 'ada@example.com', locale: 'en', timeZone: 'Europe/Berlin' };
  const { subject, html, text } = render(audience);
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const elements = [...descend(document)];
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

  it('is valid HTML with a language, a title, one heading, and layout tables that say so', () => {
    expect(errors).toEqual([]);
    expect(attribute(named('html')[0] ?? fail(), 'lang')).toBe('en');
    expect(textOf(named('title')[0] ?? fail())).toBe(subject);
    expect(named('h1')).toHaveLength(1);
    for (const table of named('table')) expect(attribute(table, 'role')).toBe('presentation');
    for (const image of named('img')) expect(attribute(image, 'alt')).toBe(NAME);
  });

  it('opens with a preheader that is not seen in the mail, and knows light and dark', () => {
    const body = named('body')[0] ?? fail();
    const first = body.childNodes.find((node): node is Element => 'tagName' in node) ?? fail();
    expect(attribute(first, 'style')).toContain('display:none');
    expect(textOf(first).replace(/[\s\u2007\ufeff\u034f]/g, '').length).toBeGreaterThan(5);
    const schemes = named('meta').filter((meta) => attribute(meta, 'name')?.includes('color-scheme'));
    expect(schemes.map((meta) => attribute(meta, 'content'))).toEqual(['light dark', 'light dark']);
    expect(html).toContain('@media (prefers-color-scheme:dark)');
  });

  it('runs nothing, loads the tenant’s own logo at most, and leads to the tenant’s own host alone', () => {
    expect(elements.map(({ tagName }) => tagName)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:script|iframe|link|object|form|video|base)$/)]),
    );
    const sources = named('img').map((image) => attribute(image, 'src'));
    for (const source of sources) expect([logos.logoUrl, logos.logoDarkUrl]).toContain(source);
    expect(sources).toHaveLength([brand.logoUrl, brand.logoDarkUrl].filter((one) => one !== undefined).length);
    for (const target of linksOf(elements)) expect(new URL(target).origin).toBe(HOME);
    expect(html).not.toMatch(/url\(|@import|background=/);
    // A picture of one pixel is how mails report that they were opened.
    for (const image of named('img')) expect(Number(attribute(image, 'height'))).toBeGreaterThan(8);
  });

  it('can be read: every text on its ground has at least 4.5 : 1, in light and in dark', () => {
    for (const { colour, ground } of paintedTexts(document)) {
      expect(contrastRatio(colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
    const { dark } = derivePalette(brand.tokens);
    expect(html).toContain(`.text{color:${dark.text}!important}`);
    expect(html).toContain(`.muted{color:${dark.muted}!important}`);
    for (const ground of [dark.raised, dark.sunken])
      for (const ink of [dark.text, dark.muted, dark['accent-text']])
        expect(contrastRatio(ink, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(dark['on-brand'], dark.brand)).toBeGreaterThanOrEqual(4.5);
  });

  it('says the same as text: every link, every sentence, no markup', () => {
    for (const target of linksOf(elements)) expect(text).toContain(target);
    const shown = elements.filter(({ tagName }) => tagName === 'p' || tagName === 'h1').map(textOf);
    for (const sentence of shown.slice(0, -1)) expect(text).toContain(sentence);
    expect(text).not.toMatch(/<(?!b>|Söhne>|\/b>)|&(?:amp|lt|quot|#)/);
    expect(text).toContain('Sent to ada@example.com');
    if (brand.look?.footerLine !== undefined) {
      expect(text).toContain(LINE);
      expect(html).toContain('&lt;b&gt;1 Quay&lt;/b&gt;');
    }
  });
});

function fail(): never {
  throw new Error('The mail lacks an element.');
}

function* descend(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* descend(child);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function linksOf(elements: readonly Element[]): string[] {
  return elements.flatMap(({ tagName, attrs }) =>
    tagName === 'a' ? attrs.filter(({ name }) => name === 'href').map(({ value }) => value) : [],
  );
}

interface Painted {
  colour: string;
  ground: string;
}

/** What a mail program that reads inline styles alone paints behind each piece of text. */
function paintedTexts(root: Node): Painted[] {
  const found: Painted[] = [];
  const visit = (node: Node, painted: Painted): void => {
    if (node.nodeName === '#text') {
      if (textOf(node).trim() !== '') found.push(painted);
      return;
    }
    const style = 'attrs' in node ? (node.attrs.find(({ name }) => name === 'style')?.value ?? '') : '';
    if (node.nodeName === 'head' || style.includes('display:none')) return;
    const next = {
      colour: /(?:^|;)color:(#[0-9a-f]{6})/.exec(style)?.[1] ?? painted.colour,
      ground: /background-color:(#[0-9a-f]{6})/.exec(style)?.[1] ?? painted.ground,
    };
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, next);
  };
  visit(root, { colour: '#000000', ground: '#ffffff' });
  return found;
}
