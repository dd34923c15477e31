import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setOverride } from '@/lib/core/flags/set-override';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf, superAdmin, type TestTenant } from '@/lib/testing/tenant';
import { readBrandAsset } from '@/lib/features/branding/read-asset';
import { changePage } from './change-page';
import { createPage } from './create-page';
import { discardPageDraft } from './discard-page-draft';
import { publishPage } from './publish-page';
import { getDraftPage, getPublishedPage } from './published-pages';
import { getPage, listVersions } from './read-pages';
import { restoreVersion } from './restore-version';
import { uploadPicture } from './upload-picture';

let database: TestDatabase;
let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});
beforeEach(async () => {
  [tenant, other] = [await createTestTenant({ plan: 'basic' }), await createTestTenant({ plan: 'basic' })];
});
afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const manager = () => memberOf(tenant, 'manager');
const words = { title: 'About us', slug: 'about', description: '', body: 'Hello.' };
const fileOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

async function photo(background: string): Promise<Blob> {
  const jpeg = await sharp({ create: { width: 1600, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return new Blob([new Uint8Array(jpeg)]);
}

async function changePicture(id: string, socialAssetId: string | null): Promise<void> {
  const { updatedAt } = await getPage(manager(), id);
  await changePage(manager(), { id, updatedAt, ...words, socialAssetId });
}

const shown = async () => (await getPublishedPage(tenant, 'about'))?.socialImage;
const inPreview = async (id: string) => (await getDraftPage(tenant, id))?.socialImage;

describe('a picture for shared links', () => {
  it('is a JPEG of its own making in the tenant’s storage, counted once, on this tenant’s hosts alone', async () => {
    const first = await uploadPicture(manager(), { file: await photo('#aa3300') });
    expect(await uploadPicture(manager(), { file: await photo('#aa3300') })).toEqual(first);
    expect(first.url).toMatch(/^\/api\/assets\/[0-9a-f]{64}\.jpeg$/);
    const rows = await tenantDb(tenant).brandAsset.findMany();
    expect(rows).toMatchObject([{ kind: 'share', mimeType: 'image/jpeg', width: 1200, height: 630 }]);
    const file = await readBrandAsset(tenant, fileOf(first.url));
    expect(file).toMatchObject({ mimeType: 'image/jpeg', sizeBytes: rows[0]?.sizeBytes });
    await file?.body.cancel();
    expect(await readBrandAsset(other, fileOf(first.url))).toBeNull();
    const events = await tenantDb(tenant).auditEvent.findMany({ where: { action: 'branding.asset_uploaded' } });
    expect(events).toMatchObject([{ targetId: first.id }]);
  });

  it('is seen in the preview first, on the site once it is published, and goes the same way', async () => {
    const { id } = await createPage(manager(), words);
    await publishPage(manager(), id);
    const picture = await uploadPicture(manager(), { file: await photo('#aa3300') });
    const image = { path: picture.url, width: 1200, height: 630 };
    await changePicture(id, picture.id);
    expect([await shown(), await inPreview(id)]).toEqual([null, image]);
    expect(await getPage(manager(), id)).toMatchObject({ hasDraft: true, socialImageUrl: picture.url });
    await publishPage(manager(), id);
    expect(await shown()).toEqual(image);
    await changePicture(id, null);
    expect([await shown(), await inPreview(id)]).toEqual([image, null]);
    await discardPageDraft(manager(), id);
    expect(await inPreview(id)).toEqual(image);
  });

  it('is kept by every version and comes back with it', async () => {
    const { id } = await createPage(manager(), words);
    const [one, two] = [
      await uploadPicture(manager(), { file: await photo('#aa3300') }),
      await uploadPicture(manager(), { file: await photo('#0033aa') }),
    ];
    for (const picture of [one, two]) {
      await changePicture(id, picture.id);
      await publishPage(manager(), id);
    }
    const [, first] = await listVersions(manager(), id);
    const { updatedAt } = await getPage(manager(), id);
    await restoreVersion(manager(), { id, updatedAt, versionId: first?.id ?? '' });
    expect(await getPage(manager(), id)).toMatchObject({ socialAssetId: one.id });
    expect(await shown()).toMatchObject({ path: two.url });
    await publishPage(manager(), id);
    expect(await shown()).toMatchObject({ path: one.url });
  });

  it('of another tenant is refused like one that is not there, by the use case and by the key', async () => {
    const theirs = await uploadPicture(memberOf(other, 'manager'), { file: await photo('#aa3300') });
    const { id } = await createPage(manager(), words);
    const refused = { code: 'validation_failed', details: { fields: { socialAssetId: 'invalid' } } };
    for (const socialAssetId of [theirs.id, uuidv7()]) {
      await expect(createPage(manager(), { ...words, slug: 'new', socialAssetId })).rejects.toMatchObject(refused);
      await expect(changePicture(id, socialAssetId)).rejects.toMatchObject(refused);
    }
    const write = tenantDb(tenant).page.updateMany({ where: { id }, data: { socialAssetId: theirs.id } });
    await expect(write).rejects.toThrow();
    expect(await getPage(manager(), id)).toMatchObject({ socialAssetId: null });
  });

  it('is none that was made for something else', async () => {
    const facts = { kind: 'logo_light', sha256: 'a'.repeat(64), mimeType: 'image/png', sizeBytes: 1 };
    const { id } = await tenantDb(tenant).brandAsset.create({ data: { ...facts, width: 1, height: 1 } });
    const attempt = createPage(manager(), { ...words, socialAssetId: id });
    await expect(attempt).rejects.toMatchObject({ details: { fields: { socialAssetId: 'invalid' } } });
  });

  it('can’t be deleted while a page shows it', async () => {
    const picture = await uploadPicture(manager(), { file: await photo('#aa3300') });
    await createPage(manager(), { ...words, socialAssetId: picture.id });
    await expect(tenantDb(tenant).brandAsset.deleteMany({ where: { id: picture.id } })).rejects.toThrow();
  });

  it('has to be a picture of a size that is taken, from somebody who may, within the tenant’s storage', async () => {
    const fake = new Blob(['<html><script>alert(1)</script>']);
    const refused = { code: 'validation_failed', details: { messageKey: 'imageUnsupported' } };
    await expect(uploadPicture(manager(), { file: fake })).rejects.toMatchObject(refused);
    const huge = new Blob([new Uint8Array(2 * 1024 * 1024 + 1)]);
    await expect(uploadPicture(manager(), { file: huge })).rejects.toMatchObject({ code: 'payload_too_large' });
    const file = await photo('#aa3300');
    await expect(uploadPicture(memberOf(tenant, 'viewer'), { file })).rejects.toMatchObject({ code: 'forbidden' });
    await setOverride(superAdmin(), {
      tenantId: tenant.tenantId,
      key: 'quota.storage_bytes',
      value: 1,
      reason: 'A test.',
    });
    await expect(uploadPicture(manager(), { file })).rejects.toMatchObject({ code: 'quota_exceeded' });
    expect(await tenantDb(tenant).brandAsset.count()).toBe(0);
  });
});
