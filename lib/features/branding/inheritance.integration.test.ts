import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { startChangeBus } from '@/lib/platform/change-bus';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf } from '@/lib/testing/tenant';
import { inheritBrand } from './inherit-brand';
import { publishBrand } from './publish-brand';
import { readBrandAsset } from './read-asset';
import { readBranding } from './read-branding';
import { rollBackBrand } from './roll-back';
import { uploadAsset } from './upload-asset';

let database: TestDatabase;
let parent: MemberContext;
let child: MemberContext;
let stranger: MemberContext;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  startChangeBus();
});

beforeEach(async () => {
  parent = memberOf(await createTestTenant({ name: 'Acme' }));
  child = memberOf(await createTestTenant({ name: 'Acme North' }));
  stranger = memberOf(await createTestTenant({ name: 'Globex' }));
  await setParent(child, parent);
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const setParent = (of: MemberContext, to: MemberContext | null) =>
  consoleDb().tenant.update({ where: { id: of.tenantId }, data: { parentId: to?.tenantId ?? null } });

async function publish(ctx: MemberContext, changes: Partial<BrandTokens>): Promise<number> {
  const { revision } = await readBranding(ctx);
  const tokens = { ...defaultTenantBrand(ctx.tenantName), ...changes };
  return (await publishBrand(ctx, { revision, tokens })).number;
}

const colourOf = async (ctx: MemberContext) => (await publishedBrand(ctx)).tokens.brandColour;
const fileOf = (url: string | null) => (url ?? '').slice((url ?? '').lastIndexOf('/') + 1);

async function logo(ctx: MemberContext, colour: string) {
  const png = await sharp({ create: { width: 80, height: 40, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return uploadAsset(ctx, { kind: 'logo_light', file: new Blob([new Uint8Array(png)]) });
}

describe('a child without a brand of its own', () => {
  it('looks like its parent under its own name, and follows within a second', async () => {
    await publish(parent, { brandColour: '#aa1133', emailFooter: 'Acme, 1 Main Street' });
    await vi.waitFor(async () => expect(await colourOf(child)).toBe('#aa1133'), { timeout: 1_000 });
    expect((await publishedBrand(child)).tokens).toMatchObject({
      displayName: 'Acme North',
      emailFooter: 'Acme, 1 Main Street',
    });
    await publish(parent, { brandColour: '#1133aa' });
    await vi.waitFor(async () => expect(await colourOf(child)).toBe('#1133aa'), { timeout: 1_000, interval: 10 });
  });

  it('parts with its first publication, and goes back when it wants to', async () => {
    await publish(parent, { brandColour: '#aa1133' });
    const number = await publish(child, { brandColour: '#00aa55' });
    const own = await publishedBrand(child);
    expect(own.tokens.brandColour).toBe('#00aa55');

    const { revision } = await readBranding(child);
    await inheritBrand(child, revision);
    expect(await readBranding(child)).toMatchObject({ live: null, parent: { name: 'Acme' } });
    expect(await colourOf(child)).toBe('#aa1133');
    expect((await publishedBrand(child)).revision).not.toBe(own.revision);
    const event = await tenantDb(child).auditEvent.findFirst({ where: { action: 'branding.inherited' } });
    expect(event?.targetLabel).toBe('Acme');

    await rollBackBrand(child, number);
    expect(await colourOf(child)).toBe('#00aa55');
  });

  it('serves the pictures of its parent that are published, and no others', async () => {
    const shown = await logo(parent, '#e3401f');
    const hidden = await logo(parent, '#3f1fe3');
    expect(await readBrandAsset(child, fileOf(shown.url))).toBeNull();
    await publish(parent, { logoLightAssetId: shown.id });
    await vi.waitFor(async () => expect((await publishedBrand(child)).logoUrl).toBe(shown.url));

    expect((await readBrandAsset(child, fileOf(shown.url)))?.mimeType).toBe('image/png');
    expect(await readBrandAsset(child, fileOf(hidden.url))).toBeNull();
    expect(await readBrandAsset(stranger, fileOf(shown.url))).toBeNull();
    await publish(child, { brandColour: '#00aa55' });
    expect(await readBrandAsset(child, fileOf(shown.url))).toBeNull();
  });

  it('can not name a picture of its parent in a brand of its own', async () => {
    const { id } = await logo(parent, '#e3401f');
    await publish(parent, { logoLightAssetId: id });
    expect((await readBranding(child)).tokens.logoLightAssetId).toBeUndefined();
    await expect(publish(child, { logoLightAssetId: id })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

describe('what a tenant sees of others', () => {
  it('is the nearest ancestor with a brand: no sibling, no child, no stranger', async () => {
    const grandchild = memberOf(await createTestTenant({ name: 'Acme North Bay' }));
    await setParent(grandchild, child);
    await publish(parent, { brandColour: '#aa1133' });
    await publish(stranger, { brandColour: '#777711' });
    await vi.waitFor(async () => expect(await colourOf(grandchild)).toBe('#aa1133'));
    await publish(child, { brandColour: '#00aa55' });
    await vi.waitFor(async () => expect(await colourOf(grandchild)).toBe('#00aa55'));
    expect(await colourOf(parent)).toBe('#aa1133');
    expect(await tenantDb(grandchild).publishedBrand.findMany()).toEqual([]);
    expect(await tenantDb(child).publishedBrand.count()).toBe(1);
  });

  it('is nothing once the parent is gone', async () => {
    await publish(parent, { brandColour: '#aa1133' });
    await consoleDb().tenant.update({ where: { id: parent.tenantId }, data: { status: 'archived' } });
    expect(await readBranding(child)).toMatchObject({ parent: null, live: null });
  });

  it('ends in a circle too', async () => {
    await setParent(parent, child);
    expect((await readBranding(child)).parent).toBeNull();
    await publish(parent, { brandColour: '#aa1133' });
    expect((await readBranding(child)).parent).toEqual({ name: 'Acme' });
    expect((await readBranding(parent)).parent).toBeNull();
  });

  it('can not be announced for another tenant', async () => {
    const announced = tenantDb(child).$queryRaw`SELECT app.announce_brand(${parent.tenantId}::uuid)`;
    await expect(announced).rejects.toThrow(/only announce its own brand/);
  });
});

it('without a parent there is nothing to inherit', async () => {
  await publish(stranger, { brandColour: '#777711' });
  const { revision } = await readBranding(stranger);
  await expect(inheritBrand(stranger, revision)).rejects.toMatchObject({ code: 'conflict' });
  await expect(inheritBrand(memberOf({ ...stranger, name: 'Globex' }, 'viewer'), revision)).rejects.toMatchObject({
    code: 'forbidden',
  });
});
