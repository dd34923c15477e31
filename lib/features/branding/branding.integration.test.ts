import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { dropFlagSnapshot } from '@/lib/core/flags/snapshot';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { isPreview } from '@/lib/core/preview/preview-token';
import { onChange, startChangeBus, type Change } from '@/lib/platform/change-bus';
import { uuidv7 } from '@/lib/platform/ids';
import { storage, storageKey } from '@/lib/platform/storage';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { rowKey } from '@/lib/tenancy/row-key';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, memberOf, type TestTenant } from '@/lib/testing/tenant';
import { discardDraft } from './discard-draft';
import { listVersions } from './list-versions';
import { previewBrandOnSite } from './preview-on-site';
import { publishBrand } from './publish-brand';
import { readBrandAsset } from './read-asset';
import { readBranding } from './read-branding';
import { rollBackBrand } from './roll-back';
import { saveDraft } from './save-draft';
import type { AssetKind } from './schema';
import { uploadAsset } from './upload-asset';

let database: TestDatabase;
let tenant: TestTenant;
let admin: MemberContext;
let other: MemberContext;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  startChangeBus();
});

beforeEach(async () => {
  tenant = await createTestTenant({ name: 'Acme' });
  admin = memberOf(tenant);
  other = memberOf(await createTestTenant({ name: 'Globex' }));
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const tokens = (changes: Partial<BrandTokens> = {}): BrandTokens => ({
  displayName: 'Acme',
  brandColour: '#b5173a',
  neutralTint: 'subtle',
  radius: 'medium',
  font: 'inter',
  theme: 'system',
  signInLayout: 'centred',
  emailHeader: 'plain',
  ...changes,
});

async function picture(colour = '#e3401f'): Promise<Blob> {
  const png = await sharp({ create: { width: 80, height: 40, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return new Blob([new Uint8Array(png)]);
}

async function publish(ctx: MemberContext, changes: Partial<BrandTokens> = {}): Promise<number> {
  const { revision } = await readBranding(ctx);
  return (await publishBrand(ctx, { revision, tokens: tokens(changes) })).number;
}

const events = (ctx: MemberContext) =>
  tenantDb(ctx).auditEvent.findMany({ select: { action: true, changes: true }, orderBy: { id: 'asc' } });
const fileOf = (url: string) => url.slice(url.lastIndexOf('/') + 1);

describe('a draft', () => {
  it('is shown on the site by a link, to those who may change it, where there is a draft and a site', async () => {
    const author = await createMember(tenant, 'admin');
    await expect(previewBrandOnSite(author)).rejects.toMatchObject({ details: { messageKey: 'brandNoDraft' } });
    const { revision } = await readBranding(author);
    await saveDraft(author, { revision, tokens: tokens() });
    await expect(previewBrandOnSite(author)).rejects.toMatchObject({ details: { messageKey: 'siteHasNoAddress' } });
    const host = `${tenant.slug}.sites.localhost`;
    const { tenantId } = tenant;
    await consoleDb().host.create({
      data: { tenantId, host, kind: 'subdomain', surface: 'site', status: 'active', isPrimary: true },
    });
    const { url } = await previewBrandOnSite(author);
    expect(new URL(url).hostname).toBe(host);
    const [, memberId, seal] = /^\/preview\/brand\/([0-9a-f-]{36})\.(.+)$/.exec(new URL(url).pathname) ?? [];
    expect(memberId).toBe(author.actor.id);
    expect(isPreview(tenant, 'brand-link', author.actor.id, seal ?? '')).toBe(true);
    expect(isPreview(other, 'brand-link', author.actor.id, seal ?? '')).toBe(false);
    const viewer = await createMember(tenant, 'viewer');
    await expect(previewBrandOnSite(viewer)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is seen by its editors and by nobody else', async () => {
    await publish(admin, { displayName: 'Live' });
    const { revision } = await readBranding(admin);
    await saveDraft(admin, { revision, tokens: tokens({ displayName: 'Draft' }) });
    expect((await readBranding(admin)).tokens.displayName).toBe('Draft');
    expect((await listVersions(admin)).versions.map((version) => version.tokens.displayName)).toEqual(['Live']);
    const row = await tenantDb(admin).brandVersion.findFirst({
      where: { status: 'published' },
      orderBy: { number: 'desc' },
    });
    expect(row?.tokens).toMatchObject({ displayName: 'Live' });
  });

  it('of two editors is kept once: the second is told, and nothing of the first is lost', async () => {
    const { revision } = await readBranding(admin);
    await saveDraft(admin, { revision, tokens: tokens({ displayName: 'First' }) });
    const late = saveDraft(memberOf(tenant, 'owner'), { revision, tokens: tokens({ displayName: 'Second' }) });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect((await readBranding(admin)).tokens.displayName).toBe('First');
  });

  it('saved by ten editors at once from the same state is saved by exactly one', async () => {
    const { revision } = await readBranding(admin);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) =>
        saveDraft(admin, { revision, tokens: tokens({ displayName: `Editor ${i}` }) }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('goes with its discarding, which is written down', async () => {
    const { revision } = await readBranding(admin);
    const saved = await saveDraft(admin, { revision, tokens: tokens({ radius: 'full' }) });
    await discardDraft(admin, saved.revision);
    expect(await readBranding(admin)).toMatchObject({ draft: null, revision });
    expect((await events(admin)).map(({ action }) => action)).toEqual([
      'branding.draft_saved',
      'branding.draft_discarded',
    ]);
  });
});

describe('publishing', () => {
  it('is one new version with one event that says what visitors will see change, and tells every node', async () => {
    const heard: Change[] = [];
    onChange((change) => heard.push(change));
    await publish(admin);
    await publish(admin, { brandColour: '#123456' });
    expect((await events(admin)).at(-1)).toEqual({
      action: 'branding.published',
      changes: { version: { before: 1, after: 2 }, brandColour: { before: '#b5173a', after: '#123456' } },
    });
    await vi.waitFor(() => {
      const kinds = heard.filter(({ tenantId }) => tenantId === tenant.tenantId).map(({ kind }) => kind);
      expect(kinds).toEqual(['branding', 'site', 'branding', 'site']);
    });
    await vi.waitFor(async () => expect((await publishedBrand(tenant)).tokens.brandColour).toBe('#123456'));
  });

  it('of a state that somebody changed in between is refused', async () => {
    const { revision } = await readBranding(admin);
    await publish(admin);
    await expect(publishBrand(admin, { revision, tokens: tokens() })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('ends the draft', async () => {
    const { revision } = await readBranding(admin);
    const saved = await saveDraft(admin, { revision, tokens: tokens() });
    await publishBrand(admin, { revision: saved.revision, tokens: tokens() });
    expect((await readBranding(admin)).draft).toBeNull();
    expect(await tenantDb(admin).brandVersion.count()).toBe(1);
  });

  it('is refused to whoever may not manage the branding', async () => {
    const manager = memberOf(tenant, 'manager');
    const { revision } = await readBranding(manager);
    const refused = { code: 'forbidden' };
    await expect(saveDraft(manager, { revision, tokens: tokens() })).rejects.toMatchObject(refused);
    await expect(publishBrand(manager, { revision, tokens: tokens() })).rejects.toMatchObject(refused);
    await expect(rollBackBrand(manager, 1)).rejects.toMatchObject(refused);
    await expect(uploadAsset(manager, { kind: 'logo_light', file: await picture() })).rejects.toMatchObject(refused);
    await expect(readBranding(memberOf(tenant, 'user'))).rejects.toMatchObject(refused);
  });
});

describe('rolling back', () => {
  it('publishes the older version as a new one and leaves the draft alone', async () => {
    await publish(admin, { displayName: 'One' });
    await publish(admin, { displayName: 'Two' });
    const { revision } = await readBranding(admin);
    await saveDraft(admin, { revision, tokens: tokens({ displayName: 'Draft' }) });
    const { number } = await rollBackBrand(admin, 1);
    const { versions } = await listVersions(admin);
    expect(versions.map((version) => [version.tokens.displayName, version.isLive])).toEqual([
      ['One', true],
      ['Two', false],
      ['One', false],
    ]);
    expect(versions[0]?.number).toBe(number);
    expect((await readBranding(admin)).tokens.displayName).toBe('Draft');
    const form = await readBranding(admin);
    await publishBrand(admin, { revision: form.revision, tokens: form.tokens });
    expect((await listVersions(admin)).versions[0]).toMatchObject({ isLive: true, tokens: { displayName: 'Draft' } });
  });

  it('does nothing to what is live already, to a draft, or to a version that is not there', async () => {
    const live = await publish(admin);
    const { revision } = await readBranding(admin);
    await saveDraft(admin, { revision, tokens: tokens() });
    await expect(rollBackBrand(admin, live)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rollBackBrand(admin, live + 1)).rejects.toMatchObject({ code: 'not_found' });
    await expect(rollBackBrand(admin, 999)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists versions in pages without gaps', async () => {
    for (let i = 1; i <= 22; i++) await publish(admin, { displayName: `Version ${i}` });
    const first = await listVersions(admin);
    const second = await listVersions(admin, first.older ?? undefined);
    expect([...first.versions, ...second.versions].map(({ number }) => number)).toEqual(
      Array.from({ length: 22 }, (_, i) => 22 - i),
    );
    expect(second.older).toBeNull();
  });
});

describe('a picture', () => {
  it('is kept under its content, proposes its colours, and can be named by a brand', async () => {
    const asset = await uploadAsset(admin, { kind: 'logo_light', file: await picture() });
    expect(asset).toMatchObject({ width: 80, height: 40, colours: ['#e3401f'] });
    await publish(admin, { logoLightAssetId: asset.id });
    expect((await readBranding(admin)).assets).toEqual([expect.objectContaining({ id: asset.id, url: asset.url })]);
    expect((await events(admin))[0]).toMatchObject({
      action: 'branding.asset_uploaded',
      changes: { kind: { after: 'logo_light' } },
    });
  });

  it('uploaded twice is stored once', async () => {
    const [first, second] = [
      await uploadAsset(admin, { kind: 'logo_light', file: await picture() }),
      await uploadAsset(admin, { kind: 'logo_light', file: await picture() }),
    ];
    expect(second.id).toBe(first.id);
    expect(await tenantDb(admin).brandAsset.count()).toBe(1);
  });

  it('uploaded twenty times at once is stored once, and counted once', async () => {
    const file = await picture();
    const all = await Promise.all(Array.from({ length: 20 }, () => uploadAsset(admin, { kind: 'logo_light', file })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await tenantDb(admin).brandAsset.count()).toBe(1);
    expect((await events(admin)).filter(({ action }) => action === 'branding.asset_uploaded')).toHaveLength(1);
  });

  it('that was drawn is kept as a drawing for pages and as pixels for mails, both counted', async () => {
    const shapes = '<rect width="80" height="40" fill="#e3401f"/><script>alert(1)</script>';
    const file = new Blob([`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">${shapes}</svg>`]);
    const asset = await uploadAsset(admin, { kind: 'logo_light', file });
    expect(asset).toMatchObject({ url: expect.stringMatching(/\.svg$/), colours: ['#e3401f'] });
    await publish(admin, { logoLightAssetId: asset.id });
    const { logoUrl, logoPngUrl } = await publishedBrand(tenant);
    expect(logoUrl).toBe(asset.url);
    const [drawing, pixels] = await Promise.all(
      [logoUrl, logoPngUrl].map((url) => readBrandAsset(tenant, fileOf(url ?? ''))),
    );
    expect([drawing?.mimeType, pixels?.mimeType]).toEqual(['image/svg+xml', 'image/png']);
    const text = await new Response(drawing?.body).text();
    expect(text).toContain('fill="#e3401f"');
    expect(text).not.toContain('script');
    const row = await tenantDb(admin).brandAsset.findFirstOrThrow({});
    expect(row.sizeBytes).toBe((drawing?.sizeBytes ?? 0) + (pixels?.sizeBytes ?? 0));
    expect(await readBrandAsset(other, fileOf(asset.url))).toBeNull();
  });

  it('of another tenant can not be named, shown or served: it answers like one that is not there', async () => {
    const foreign = await uploadAsset(other, { kind: 'logo_light', file: await picture() });
    const { revision } = await readBranding(admin);
    const naming = (id: string) =>
      publishBrand(admin, { revision, tokens: tokens({ logoLightAssetId: id }) }).catch((error: unknown) => error);
    expect(await naming(foreign.id)).toEqual(await naming(uuidv7()));
    expect(await naming(foreign.id)).toMatchObject({ code: 'validation_failed' });
    expect(await readBrandAsset(tenant, fileOf(foreign.url))).toBeNull();
    expect(await readBrandAsset(tenant, `${'0'.repeat(64)}.png`)).toBeNull();
    expect(await readBrandAsset(other, fileOf(foreign.url))).not.toBeNull();
  });

  it.each(['../../secrets.json', 'x.png', `${'0'.repeat(64)}.svg`, `${'0'.repeat(64)}.png/..`, ''])(
    'is not found under %j',
    async (file) => {
      expect(await readBrandAsset(tenant, file)).toBeNull();
    },
  );

  it('of one kind is not taken for another', async () => {
    const { id } = await uploadAsset(admin, { kind: 'favicon', file: await picture() });
    const { revision } = await readBranding(admin);
    await expect(saveDraft(admin, { revision, tokens: tokens({ logoLightAssetId: id }) })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it.each(['logo_light', 'favicon'] satisfies AssetKind[])(
    'that is a program in disguise is refused as %s',
    async (kind) => {
      const file = new Blob(['<html><script>alert(1)</script></html>'], { type: 'image/png' });
      await expect(uploadAsset(admin, { kind, file })).rejects.toMatchObject({ code: 'validation_failed' });
      expect(await tenantDb(admin).brandAsset.count()).toBe(0);
    },
  );

  it('for browser tabs does not exist without its feature', async () => {
    const free = memberOf(await createTestTenant({ plan: 'free' }));
    await expect(uploadAsset(free, { kind: 'favicon', file: await picture() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('beyond the storage of the plan is refused and leaves nothing behind', async () => {
    const flag = await consoleDb().flag.findFirstOrThrow({ where: { key: 'quota.storage_bytes' } });
    const data = {
      tenantId: tenant.tenantId,
      id: uuidv7(),
      flagKey: flag.key,
      value: 10,
      reason: 'test',
      setBy: 'console',
      setById: uuidv7(),
      setByName: 'test',
    };
    await consoleDb().flagOverride.create({ data });
    dropFlagSnapshot(tenant.tenantId);
    await expect(uploadAsset(admin, { kind: 'logo_light', file: await picture('#00ff88') })).rejects.toMatchObject({
      code: 'quota_exceeded',
    });
    expect(await tenantDb(admin).brandAsset.count()).toBe(0);
    const sent = await uploadAsset(other, { kind: 'logo_light', file: await picture('#00ff88') });
    const key = (tenantId: string) => storageKey(tenantId, fileOf(sent.url).slice(0, 64), 'png');
    expect(await storage().exists(key(tenant.tenantId))).toBe(false);
    expect(await storage().exists(key(other.tenantId))).toBe(true);
  });
});

describe('a warm brand', () => {
  it('costs a page no query at all', async () => {
    await publish(admin, { displayName: 'Warm' });
    // The message of the publication may come after the first page.
    await vi.waitFor(async () => {
      const first = publishedBrand(tenant);
      expect((await first).tokens.displayName).toBe('Warm');
      // The same promise, not an equal answer: nothing was asked again.
      expect(publishedBrand(tenant) === first).toBe(true);
    });
  });
});

describe("another tenant's brand", () => {
  it('is neither read, changed, rolled back nor deleted from here', async () => {
    await publish(other, { displayName: 'Foreign' });
    const row = await tenantDb(other).brandVersion.findFirstOrThrow({});
    const db = tenantDb(admin);
    expect(await db.brandVersion.findMany({})).toEqual([]);
    expect(await db.brandVersion.updateMany({ where: { id: row.id }, data: { status: 'draft' } })).toEqual({
      count: 0,
    });
    expect(await db.brandVersion.deleteMany({ where: { id: row.id } })).toEqual({ count: 0 });
    await expect(
      db.brandVersion.update({ where: rowKey(admin, row.id), data: { status: 'draft' } }),
    ).rejects.toMatchObject({ code: 'P2025' });
    await expect(rollBackBrand(admin, row.number)).rejects.toMatchObject({ code: 'not_found' });
    expect((await readBranding(other)).tokens.displayName).toBe('Foreign');
  });
});
