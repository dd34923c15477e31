import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setOverride } from '@/lib/core/flags/set-override';
import { dropFlagSnapshot } from '@/lib/core/flags/snapshot';
import { switchFeature } from '@/lib/core/flags/switch-feature';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf, superAdmin, type TestTenant } from '@/lib/testing/tenant';
import { changePage } from './change-page';
import { createPage } from './create-page';
import { deletePage } from './delete-page';
import { publishPage, unpublishPage } from './publish-page';
import { getPublishedPage, listPublishedPages } from './published-pages';
import { getPage, listPages, previewPage } from './read-pages';
import { maxPages } from './rules';

let database: TestDatabase;
let tenant: TestTenant;
let other: TestTenant;
const content = { title: 'About us', slug: 'about', description: 'Who we are.', body: 'Hello **there**.' };
const missing = { code: 'not_found', message: 'Not found.' };

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

describe('a page', () => {
  it('is a draft until it is published, and gone from the site when it is taken off', async () => {
    const { id } = await createPage(manager(), content);
    expect(await getPublishedPage(tenant, 'about')).toBeNull();
    await publishPage(manager(), id);
    expect(await getPublishedPage(tenant, 'about')).toMatchObject({
      slug: 'about',
      title: 'About us',
      html: '<p>Hello <strong>there</strong>.</p>',
    });
    await unpublishPage(manager(), id);
    expect(await getPublishedPage(tenant, 'about')).toBeNull();
  });

  it('keeps showing what it was until its changes are published', async () => {
    const { id } = await createPage(manager(), content);
    await publishPage(manager(), id);
    await getPublishedPage(tenant, 'about');
    const { updatedAt } = await getPage(manager(), id);
    await changePage(manager(), { id, updatedAt, ...content, title: 'Later', body: '# New' });
    expect(await getPublishedPage(tenant, 'about')).toMatchObject({
      title: 'About us',
      html: '<p>Hello <strong>there</strong>.</p>',
    });
    expect(await getPage(manager(), id)).toMatchObject({ title: 'Later', body: '# New', hasDraft: true });
    await publishPage(manager(), id);
    expect(await getPublishedPage(tenant, 'about')).toMatchObject({ html: '<h2>New</h2>' });
  });

  it('refuses to overwrite what somebody else saved in between', async () => {
    const { id } = await createPage(manager(), content);
    const { updatedAt } = await getPage(manager(), id);
    await changePage(manager(), { id, updatedAt, ...content, body: 'First' });
    await expect(changePage(manager(), { id, updatedAt, ...content, body: 'Second' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await getPage(manager(), id)).toMatchObject({ body: 'First' });
  });

  it('has an address of its own within the tenant, and the same address is free for others', async () => {
    await createPage(manager(), content);
    const taken = { code: 'validation_failed', details: { fields: { slug: 'page_slug_taken' } } };
    await expect(createPage(manager(), content)).rejects.toMatchObject(taken);
    const { id } = await createPage(manager(), { ...content, slug: 'team' });
    const { updatedAt } = await getPage(manager(), id);
    await expect(changePage(manager(), { id, updatedAt, ...content })).rejects.toMatchObject(taken);
    await publishPage(manager(), id);
    const { updatedAt: then } = await getPage(manager(), id);
    await expect(changePage(manager(), { id, updatedAt: then, ...content })).rejects.toMatchObject(taken);
    await createPage(memberOf(other, 'manager'), content);
  });

  it('leaves a line in the audit log at every step, without its text', async () => {
    const { id } = await createPage(manager(), content);
    await publishPage(manager(), id);
    await publishPage(manager(), id);
    const { updatedAt } = await getPage(manager(), id);
    await changePage(manager(), { id, updatedAt, ...content, title: 'About', body: 'Hello **where**.' });
    await unpublishPage(manager(), id);
    await deletePage(manager(), id);
    const events = await tenantDb(tenant).auditEvent.findMany({ orderBy: { id: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual([
      'page.created',
      'page.published',
      'page.changed',
      'page.unpublished',
      'page.deleted',
    ]);
    expect(events[2]).toMatchObject({
      targetId: id,
      changes: {
        title: { before: 'About us', after: 'About' },
        body: { before: '16 characters', after: '16 characters' },
      },
    });
    expect(JSON.stringify(events)).not.toContain('Hello');
  });

  it('is one of so many at most', async () => {
    const rows = Array.from({ length: maxPages }, (_, i) => ({
      slug: `p-${i}`,
      title: `Page ${i}`,
      body: '',
      position: i,
      updatedByName: 'test',
    }));
    await tenantDb(tenant).page.createMany({ data: rows });
    await expect(createPage(manager(), content)).rejects.toMatchObject({
      code: 'unprocessable',
      details: { messageKey: 'tooManyPages' },
    });
  });
});

describe("another tenant's page", () => {
  it('answers every request like a page that does not exist', async () => {
    const { id } = await createPage(manager(), content);
    const { updatedAt } = await getPage(manager(), id);
    const stranger = memberOf(other, 'owner');
    for (const pageId of [id, uuidv7()]) {
      await expect(getPage(stranger, pageId)).rejects.toMatchObject(missing);
      await expect(changePage(stranger, { id: pageId, updatedAt, ...content })).rejects.toMatchObject(missing);
      await expect(publishPage(stranger, pageId)).rejects.toMatchObject(missing);
      await expect(unpublishPage(stranger, pageId)).rejects.toMatchObject(missing);
      await expect(deletePage(stranger, pageId)).rejects.toMatchObject(missing);
    }
    expect(await listPages(stranger)).toEqual([]);
    expect(await tenantDb(other).$queryRaw`SELECT id FROM "public".pages`).toEqual([]);
    expect(await tenantDb(other).auditEvent.count()).toBe(0);
    expect(await getPage(manager(), id)).toMatchObject({ status: 'draft', title: 'About us' });
  });

  it('is never on the other one’s site', async () => {
    const { id } = await createPage(manager(), content);
    await publishPage(manager(), id);
    expect(await listPublishedPages(tenant)).toHaveLength(1);
    expect(await listPublishedPages(other)).toEqual([]);
    expect(await getPublishedPage(other, 'about')).toBeNull();
  });
});

describe('without the feature', () => {
  it('there are no pages: not to edit, not to preview, not on the site; and all are back with it', async () => {
    const { id } = await createPage(manager(), content);
    await publishPage(manager(), id);
    await setOverride(superAdmin(), {
      tenantId: tenant.tenantId,
      key: 'site.pages',
      value: false,
      reason: 'Test of the guard.',
    });
    await expect(listPages(manager())).rejects.toMatchObject(missing);
    await expect(getPage(manager(), id)).rejects.toMatchObject(missing);
    await expect(previewPage(manager(), 'x')).rejects.toMatchObject(missing);
    await expect(createPage(manager(), { ...content, slug: 'more' })).rejects.toMatchObject(missing);
    await expect(deletePage(manager(), id)).rejects.toMatchObject(missing);
    expect(await listPublishedPages(tenant)).toEqual([]);
    expect(await getPublishedPage(tenant, 'about')).toBeNull();
    await tenantDb(tenant).flagOverride.deleteMany();
    dropFlagSnapshot(tenant.tenantId);
    expect(await getPublishedPage(tenant, 'about')).not.toBeNull();
  });

  it("goes the same way when the tenant's admin switched it off", async () => {
    await switchFeature(memberOf(tenant, 'admin'), { key: 'site.pages', on: false });
    await expect(listPages(manager())).rejects.toMatchObject(missing);
  });
});

describe('roles', () => {
  it('keep those who may not from reading or writing pages', async () => {
    const { id } = await createPage(manager(), content);
    for (const role of ['user', 'viewer'] as const) {
      await expect(listPages(memberOf(tenant, role))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(publishPage(memberOf(tenant, role), id)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
