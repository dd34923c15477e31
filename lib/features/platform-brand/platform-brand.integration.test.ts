import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultTenantBrand, porticoBrand } from '@/lib/core/branding/defaults';
import { dropPlatformLook, platformLook } from '@/lib/core/branding/platform-brand';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';
import { platformEmailBrand } from '@/lib/core/email/platform-email-brand';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { startChangeBus } from '@/lib/platform/change-bus';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, superAdmin } from '@/lib/testing/tenant';
import { readPlatformBrands, savePlatformBrand } from './platform-brands';
import { readPlatformPicture } from './read-picture';
import type { PlatformBrandKey, PlatformPictureKind } from './schema';
import { uploadPlatformPicture } from './upload-picture';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  startChangeBus();
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

it('is Portico’s own until an owner chooses, and then everywhere at once, written down', async () => {
  expect(await platformLook()).toMatchObject({ tokens: porticoBrand, css: undefined });
  const tokens = { ...porticoBrand, displayName: 'Harbour Cloud', brandColour: '#14663a' };
  await savePlatformBrand(superAdmin('owner'), { key: 'platform', version: 0, tokens });
  expect((await platformLook()).tokens).toMatchObject({ displayName: 'Harbour Cloud', brandColour: '#14663a' });
  const event = await consoleDb().platformAuditEvent.findFirst({ where: { action: 'platform_brand.changed' } });
  expect(event?.changes).toMatchObject({ brandColour: { before: '#3858c9', after: '#14663a' } });
});

it('of two owners is kept once, and is no operator’s to change', async () => {
  const version = (await readPlatformBrands(superAdmin('owner'))).find(({ key }) => key === 'platform')?.version ?? -1;
  const save = (role: 'owner' | 'operator') =>
    savePlatformBrand(superAdmin(role), { key: 'platform', version, tokens: porticoBrand });
  await expect(save('operator')).rejects.toMatchObject({ code: 'forbidden' });
  await save('owner');
  await expect(save('owner')).rejects.toMatchObject({ code: 'conflict' });
});

it('gives tenants without a brand their start, under their own name, within a second', async () => {
  const tenant = await createTestTenant({ name: 'Acme' });
  expect((await publishedBrand(tenant)).tokens).toEqual(defaultTenantBrand('Acme'));
  const tokens = { ...defaultTenantBrand('anything'), brandColour: '#7a1fa2' };
  await savePlatformBrand(superAdmin('owner'), { key: 'tenant_default', version: 0, tokens });
  const shown = async () => (await publishedBrand(tenant)).tokens;
  await vi.waitFor(async () => expect(await shown()).toMatchObject({ brandColour: '#7a1fa2' }), { timeout: 1_000 });
  expect((await shown()).displayName).toBe('Acme');
});

it('that was read before a change and arrives after it is not kept', async () => {
  dropPlatformLook();
  const reading = platformLook();
  dropPlatformLook();
  await reading;
  const { tokens } = await consoleDb().platformBrand.findUniqueOrThrow({ where: { key: 'platform' } });
  const changed = { ...brandTokensSchema.parse(tokens), brandColour: '#0a7f3c' };
  await consoleDb().platformBrand.update({ where: { key: 'platform' }, data: { tokens: changed } });
  expect((await platformLook()).tokens.brandColour).toBe('#0a7f3c');
});

it('can’t be read by a tenant', async () => {
  const tenant = await createTestTenant();
  expect(() => tenantDb(tenant).platformBrand.findMany()).toThrow(/not open to a tenant/);
});

describe('a picture of the platform’s own brand', () => {
  const png = (background: string) =>
    sharp({ create: { width: 90, height: 90, channels: 4, background } })
      .png()
      .toBuffer();
  const upload = async (kind: PlatformPictureKind, bytes: Buffer, role: 'owner' | 'operator' = 'owner') =>
    uploadPlatformPicture(superAdmin(role), { kind, file: new Blob([new Uint8Array(bytes)]) });
  const current = async (key: PlatformBrandKey) => {
    const form = (await readPlatformBrands(superAdmin('owner'))).find((known) => known.key === key);
    if (!form) throw new Error('no form');
    return form;
  };
  const fileOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

  it('shows once it is saved, is served under the name of its content, and is written down', async () => {
    const logo = await upload('logo_light', await png('#225577'));
    const icon = await upload('favicon', await png('#772255'));
    expect((await platformLook()).logoUrl).toBeNull();
    const { version, tokens } = await current('platform');
    const named = { ...tokens, logoLightAssetId: logo.id, faviconAssetId: icon.id };
    await savePlatformBrand(superAdmin('owner'), { key: 'platform', version, tokens: named });
    expect(await platformLook()).toMatchObject({ logoUrl: logo.url, logoPngUrl: logo.url, markUrl: icon.url });
    expect((await current('platform')).pictures.map(({ url }) => url).sort()).toEqual([icon.url, logo.url].sort());
    expect(await readPlatformPicture(fileOf(logo.url))).toMatchObject({ mimeType: 'image/png' });
    expect(await platformEmailBrand('console.localhost')).toMatchObject({
      logoUrl: expect.stringMatching(new RegExp(`^http://console\\.localhost.*${fileOf(logo.url)}$`)),
    });
    const written = await consoleDb().platformAuditEvent.count({
      where: { action: 'platform_brand.picture_uploaded' },
    });
    expect(written).toBe(2);
  });

  it('that is uploaded again is the one that is there', async () => {
    const bytes = await png('#445566');
    expect((await upload('logo_dark', bytes)).id).toBe((await upload('logo_dark', bytes)).id);
  });

  it('that is uploaded twenty times at once is one', async () => {
    const bytes = await png('#112233');
    const all = await Promise.all(Array.from({ length: 20 }, () => upload('logo_dark', bytes)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  it('is cleaned where it is a drawing, and refused where it is none', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>';
    const drawing = await upload('logo_light', Buffer.from(svg));
    expect(drawing.url).toMatch(/\.svg$/);
    const kept = await readPlatformPicture(fileOf(drawing.url));
    expect(await new Response(kept?.body).text()).not.toContain('script');
    await expect(upload('logo_light', Buffer.from('<html>'))).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('is an owner’s to upload, and only of its own kind and place', async () => {
    const bytes = await png('#112233');
    await expect(upload('favicon', bytes, 'operator')).rejects.toMatchObject({ code: 'forbidden' });
    const icon = await upload('favicon', bytes);
    const save = async (key: PlatformBrandKey, changes: Partial<BrandTokens>) => {
      const { version, tokens } = await current(key);
      return savePlatformBrand(superAdmin('owner'), { key, version, tokens: { ...tokens, ...changes } });
    };
    const refused = { code: 'validation_failed' };
    await expect(save('platform', { logoLightAssetId: icon.id })).rejects.toMatchObject(refused);
    await expect(save('tenant_default', { faviconAssetId: icon.id })).rejects.toMatchObject(refused);
  });

  it('is no tenant’s, and no tenant’s is the platform’s', async () => {
    const logo = await upload('logo_light', await png('#998877'));
    const tenant = await createTestTenant();
    const sha256 = fileOf(logo.url).slice(0, 64);
    expect(await tenantDb(tenant).brandAsset.count({ where: { sha256 } })).toBe(0);
    expect(() => tenantDb(tenant).platformAsset.findMany()).toThrow(/not open to a tenant/);
    expect(await readPlatformPicture(`${'0'.repeat(64)}.png`)).toBeNull();
    expect(await readPlatformPicture('../tenants/x.png')).toBeNull();
  });
});
