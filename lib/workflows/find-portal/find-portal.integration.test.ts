import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemRequest } from '@/lib/core/access/context';
import { env } from '@/lib/platform/env';
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

beforeAll(async () => {
  fixture = await openConsoleFixture();
  const [one, two, paused] = [
    await createTenant(fixture, { slug: 'acme', name: 'Acme & Sons' }),
    await createTenant(fixture, { slug: 'globex', name: 'Globex' }),
    await createTenant(fixture, { slug: 'paused', name: 'Paused', status: 'suspended' }),
  ];
  for (const tenantId of [one, two, paused]) await createSignedInMember(fixture, tenantId, 'ada@example.test');
  await createSignedInMember(fixture, two, 'bob@example.test');
});

beforeEach(async () => {
  await fixture.admin.query('delete from throttles');
});

afterAll(() => fixture.close());

const request = (ip: string) => ({ ...systemRequest(), ip });

function outbox(): string[] {
  const folder = path.join(env().dataDir, 'outbox');
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}

describe('the mail of one’s portals', () => {
  it('lists the active ones of that address and nobody else’s', async () => {
    await mailPortals('ada@example.test');
    const [mail] = outbox();
    expect(mail).toContain('http://acme.localhost');
    expect(mail).toContain('http://globex.localhost');
    expect(mail).not.toContain('paused');
  });

  it('is sent to nobody who has none', async () => {
    const before = outbox().length;
    await mailPortals('stranger@example.test');
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
    await requestPortalList(request('192.0.2.1'), 'ada@example.test');
    await requestPortalList(request('192.0.2.1'), 'stranger@example.test');
    expect((await jobs()).slice(before)).toEqual([{ email: 'ada@example.test' }, { email: 'stranger@example.test' }]);
  });

  it('is limited by network, and by address whoever asks', async () => {
    for (let i = 0; i < 3; i++) await requestPortalList(request(`192.0.2.${i}`), 'victim@example.test');
    await expect(requestPortalList(request('192.0.2.9'), 'victim@example.test')).rejects.toMatchObject({
      code: 'rate_limited',
    });
    for (let i = 0; i < 10; i++) await requestPortalList(request('198.51.100.1'), `person${i}@example.test`);
    await expect(requestPortalList(request('198.51.100.1'), 'one-more@example.test')).rejects.toMatchObject({
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
