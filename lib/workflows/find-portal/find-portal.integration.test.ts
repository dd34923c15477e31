import fs from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemRequest } from '@/lib/core/access/context';
import { dropSettings } from '@/lib/core/settings/read-settings';
import type { Locale } from '@/lib/messages/locales';
import { env } from '@/lib/platform/env';
import { uuidv7 } from '@/lib/platform/ids';
import {
  createSignedInMember,
  createTenant,
  openConsoleFixture,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { mailPortals } from './mail-portals';
import { portalAddress } from './portal-address';
import { requestPortalList } from './request-portal-list';
import { findBySlugSchema } from './schema';

let fixture: ConsoleFixture;
let globex: string;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  const [one, two, paused] = [
    await createTenant(fixture, { slug: 'acme', name: 'Acme & Sons' }),
    await createTenant(fixture, { slug: 'globex', name: 'Globex' }),
    await createTenant(fixture, { slug: 'paused', name: 'Paused', status: 'suspended' }),
  ];
  globex = two;
  for (const tenantId of [one, two, paused]) await createSignedInMember(fixture, tenantId, 'ada@example.test');
  await createSignedInMember(fixture, two, 'bob@example.test');
});

beforeEach(async () => {
  await fixture.admin.query('delete from throttles');
});

afterAll(() => fixture.close());

const request = (ip: string) => ({ ...systemRequest(), ip });

const folder = () => path.join(env().dataDir, 'outbox');

function outboxFiles(): string[] {
  return fs.existsSync(folder()) ? fs.readdirSync(folder()) : [];
}

function outbox(): string[] {
  return outboxFiles().map((file) => fs.readFileSync(path.join(folder(), file), 'utf8'));
}

describe('the mail of one’s portals', () => {
  it('lists the active ones of that address and nobody else’s', async () => {
    await mailPortals('ada@example.test', null);
    const [mail] = outbox();
    expect(mail).toContain('http://acme.localhost');
    expect(mail).toContain('http://globex.localhost');
    expect(mail).not.toContain('paused');
  });

  it('is in the language it was asked for in, else the member’s, else the tenant’s', async () => {
    const subjectFor = async (asked: Locale | null): Promise<string> => {
      const before = new Set(outboxFiles());
      await mailPortals('bob@example.test', asked);
      const [file = ''] = outboxFiles().filter((name) => !before.has(name));
      return (await PostalMime.parse(fs.readFileSync(path.join(folder(), file)))).subject ?? '';
    };
    expect(await subjectFor(null)).toBe('Your portal');
    await fixture.admin.query(
      `insert into tenant_settings (tenant_id, id, locale, updated_at) values ($1, $2, 'es-MX', now())`,
      [globex, uuidv7()],
    );
    dropSettings(globex);
    expect(await subjectFor(null)).toBe('Su portal');
    await fixture.admin.query(`update members set locale = 'fr-CA' where email = 'bob@example.test'`);
    expect(await subjectFor(null)).toBe('Votre portail');
    expect(await subjectFor('ja')).toBe('あなたのポータル');
  });

  it('is sent to nobody who has none', async () => {
    const before = outbox().length;
    await mailPortals('stranger@example.test', 'de');
    expect(outbox()).toHaveLength(before);
  });
});

describe('asking for it', () => {
  const jobs = async () =>
    (await fixture.admin.query(`select payload from graphile_worker._private_jobs`)).rows.map(
      (row: { payload: unknown }) => row.payload,
    );

  it('does the same for a known and an unknown address', async () => {
    const before = (await jobs()).length;
    await requestPortalList(request('192.0.2.1'), 'ada@example.test', null);
    await requestPortalList(request('192.0.2.1'), 'stranger@example.test', 'ja');
    expect((await jobs()).slice(before)).toEqual([
      { email: 'ada@example.test', language: null },
      { email: 'stranger@example.test', language: 'ja' },
    ]);
  });

  it('is limited by network, and by address whoever asks', async () => {
    for (let i = 0; i < 3; i++) await requestPortalList(request(`192.0.2.${i}`), 'victim@example.test', null);
    await expect(requestPortalList(request('192.0.2.9'), 'victim@example.test', null)).rejects.toMatchObject({
      code: 'rate_limited',
    });
    for (let i = 0; i < 10; i++) await requestPortalList(request('198.51.100.1'), `person${i}@example.test`, null);
    await expect(requestPortalList(request('198.51.100.1'), 'one-more@example.test', null)).rejects.toMatchObject({
      code: 'rate_limited',
    });
  });
});

describe('a short name', () => {
  it.each([
    ['acme', 'acme'],
    [' Acme ', 'acme'],
    ['https://acme.example.com/sign-in', 'acme'],
    ['acme.localhost:3000', 'acme'],
  ])('is read from %j', (typed, slug) => {
    expect(findBySlugSchema.parse({ slug: typed })).toEqual({ slug });
  });

  it.each([
    '',
    'a',
    '//evil.example',
    'javascript:alert(1)',
    'a b',
    'ä',
    '-acme',
    'xn--abc',
    '@evil.example',
    '\\evil',
  ])('is not read from %j, or leads nowhere but to our own domain', (typed) => {
    const parsed = findBySlugSchema.safeParse({ slug: typed });
    if (parsed.success)
      expect(new URL(portalAddress(parsed.data.slug).location).hostname).toMatch(/^[a-z0-9-]+\.localhost$/);
  });
});
