import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publicBrand } from '@/lib/features/branding/public-brand';
import { uuidv7 } from '@/lib/platform/ids';
import { siteHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { resolveHost, type HostRecord } from '@/lib/tenancy/host-directory';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { createTenant, openConsoleFixture, type ConsoleFixture } from '@/lib/testing/console-fixtures';
import { answerFor } from './answers';
import { brandFile, favicon, manifest } from './brand-files';
import { openHost } from './open-host';
import { siteRobots } from './robots';
import { sitemap } from './sitemap';
import { securityTxt, toPortalAccount } from './well-known';

let fixture: ConsoleFixture;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  const tenantId = await createTenant(fixture, { slug: 'harbour', name: 'Harbour', plan: 'professional' });
  await createTenant(fixture, { slug: 'quiet', plan: 'free' });
  await createTenant(fixture, { slug: 'paused', plan: 'professional', status: 'suspended' });
  const second = { tenantId, host: siteHost('harbour-old'), surface: 'site', status: 'active', isPrimary: false };
  await consoleDb().host.create({ data: second });
  const page = { title: 'T', description: '', body: '', updatedByName: 'x' };
  await tenantDb({ tenantId, placement: 'shared' }).page.createMany({
    data: [
      { ...page, tenantId, id: uuidv7(), slug: 'about', status: 'published', publishedAt: new Date(), position: 1 },
      { ...page, tenantId, id: uuidv7(), slug: 'secret', status: 'draft', position: 2 },
    ],
  });
});

afterAll(() => fixture.close());

const manifestSchema = z.looseObject({
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), purpose: z.string() })),
});

/** A file under /brand, or null where there is none. */
async function file(record: HostRecord, address: string): Promise<Buffer | null> {
  const [name = '', search] = address.replace('/brand/', '').split('?');
  const answer = await brandFile(record, name, new URLSearchParams(search));
  return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : null;
}

async function recordOf(host: string): Promise<HostRecord> {
  const record = await resolveHost(host);
  if (!record) throw new Error(host);
  return record;
}

describe('the host in a rewritten path', () => {
  it.each([
    'HARBOUR.sites.localhost',
    'harbour.sites.localhost.',
    'harbour.sites.localhost:80',
    'harbour.sites.localhost/..',
    'harbour%2esites.localhost',
    'harbour.localhost',
    'nobody.sites.localhost',
    '',
  ])('opens no site as %j', async (claimed) => {
    expect(await openHost(claimed, 'site')).toBeNull();
  });

  it('opens the site in its one normal form', async () => {
    expect(await openHost('harbour.sites.localhost', 'site')).toMatchObject({ slug: 'harbour' });
  });

  it('that is nobody’s is answered with the bytes that name nobody', async () => {
    const ask = (host: string) => answerFor({ params: Promise.resolve({ host }) }, 'site', siteRobots);
    const [unknown, portal] = [await ask('nobody.sites.localhost'), await ask('harbour.localhost')];
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toBe(await portal.text());
  });
});

describe('search engines', () => {
  const robots = async (host: string) => (await siteRobots(await recordOf(host))).text();

  it('are let in on the primary host of a site whose plan lists it', async () => {
    expect(await robots('harbour.sites.localhost')).toContain('Sitemap: http://harbour.sites.localhost');
  });

  it.each(['quiet.sites.localhost', 'paused.sites.localhost', 'harbour-old.sites.localhost'])(
    'are asked to stay away from %s',
    async (host) => {
      expect(await robots(host)).toBe('User-agent: *\nDisallow: /\n');
      expect((await sitemap(await recordOf(host))).status).toBe(404);
    },
  );

  it('hear of published pages and of no draft', async () => {
    const body = await (await sitemap(await recordOf('harbour.sites.localhost'))).text();
    expect(body).toContain('/about</loc>');
    expect(body).not.toContain('secret');
  });
});

describe('the brand of a host', () => {
  it('gives it an icon, a manifest and a share picture without any upload', async () => {
    const record = await recordOf('harbour.localhost');
    const icon = Buffer.from(await (await favicon(record)).arrayBuffer());
    expect([icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([1, 3]);
    const pictures = await Promise.all(
      [0, 1, 2].map((index) => {
        const entry = 6 + 16 * index;
        const [length, offset] = [icon.readUInt32LE(entry + 8), icon.readUInt32LE(entry + 12)];
        return sharp(icon.subarray(offset, offset + length)).metadata();
      }),
    );
    expect(pictures.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['png', 16, 16],
      ['png', 32, 32],
      ['png', 48, 48],
    ]);
    expect(await file(record, 'icon-9999.png')).toBeNull();
    expect(await file(record, '../icon-32.png')).toBeNull();
  });

  it('makes it an app of its own on a home screen, with icons of the sizes it promises', async () => {
    const record = await recordOf('harbour.localhost');
    const body = manifestSchema.parse(await (await manifest(record)).json());
    expect(body).toMatchObject({ id: '/', scope: '/', start_url: '/', name: 'Harbour', display: 'standalone' });
    expect(body.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`)).toEqual([
      'any 192x192',
      'any 512x512',
      'maskable 192x192',
      'maskable 512x512',
    ]);
    for (const { src, sizes, purpose } of body.icons) {
      const picture = sharp((await file(record, src)) ?? Buffer.alloc(0));
      const { width, height } = await picture.metadata();
      expect(`${width}x${height}`).toBe(sizes);
      // The system's shape must not cut into nothing.
      if (purpose === 'maskable') expect((await picture.stats()).isOpaque).toBe(true);
    }
  });

  it('gives each published page a picture of its own, and says nothing that an address asks for', async () => {
    const record = await recordOf('harbour.sites.localhost');
    const plain = await file(record, 'share.png');
    const about = await file(record, 'share.png?page=about');
    expect(await sharp(about ?? Buffer.alloc(0)).metadata()).toMatchObject({
      width: 1200,
      height: 630,
    });
    expect(plain && about?.equals(plain)).toBe(false);
    for (const page of ['secret', 'nothing', 'Buy now', '../about'])
      expect(await file(record, `share.png?page=${encodeURIComponent(page)}`)).toBeNull();
    expect(await file(await recordOf('harbour.localhost'), 'share.png?page=about')).toBeNull();
    expect(await file(await recordOf('paused.sites.localhost'), 'share.png?page=about')).toBeNull();
  });

  it('is told to programs with a tag that changes with it, and not while the tenant is suspended', async () => {
    const record = await recordOf('harbour.localhost');
    const first = await publicBrand(record);
    expect(first.brand).toMatchObject({ name: 'Harbour', version: 0 });
    expect((await publicBrand(record)).etag).toBe(first.etag);
    await expect(publicBrand(await recordOf('paused.localhost'))).rejects.toMatchObject({ code: 'tenant_suspended' });
  });
});

describe('well-known addresses', () => {
  it('of a site lead to the account at its own portal', async () => {
    const answer = await toPortalAccount(await recordOf('harbour.sites.localhost'));
    expect(answer.headers.get('location')).toMatch(/^http:\/\/harbour\.localhost(:\d+)?\/account$/);
  });

  it('name a contact that is still valid in a month', async () => {
    const body = await securityTxt('harbour.localhost').text();
    const expires = new Date(/^Expires: (.*)$/m.exec(body)?.[1] ?? 0).getTime();
    expect(expires).toBeGreaterThan(Date.now() + 30 * 86_400_000);
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  });
});
