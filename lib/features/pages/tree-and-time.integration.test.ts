import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropFlagSnapshot } from '@/lib/core/flags/snapshot';
import { switchFeature } from '@/lib/core/flags/switch-feature';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf, type TestTenant } from '@/lib/testing/tenant';
import { changePage } from './change-page';
import { changePageRules } from './change-page-rules';
import { createPage } from './create-page';
import { deletePage } from './delete-page';
import { discardPageDraft } from './discard-page-draft';
import { movePage } from './move-page';
import { publishPage } from './publish-page';
import { dropPublishedPages, getDraftPage, getPublishedPage, listPublishedPages } from './published-pages';
import { getPage, listPages, listVersions } from './read-pages';
import { restoreVersion } from './restore-version';
import type { ChangePageRules } from './schema';
import { settleDuePages } from './settle-due-pages';

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
const words = (slug: string) => ({ title: `Page ${slug}`, slug, description: '', body: slug });
const missing = { code: 'not_found', message: 'Not found.' };

async function addPage(slug: string, parentId: string | null = null, published = true): Promise<string> {
  const { id } = await createPage(manager(), { ...words(slug), parentId });
  if (published) await publishPage(manager(), id);
  return id;
}

async function setRules(id: string, rules: Partial<ChangePageRules>): Promise<void> {
  const { updatedAt, parentId, featureKey, publishAt, unpublishAt } = await getPage(manager(), id);
  await changePageRules(manager(), { id, updatedAt, parentId, featureKey, publishAt, unpublishAt, ...rules });
}

const paths = async (): Promise<string[]> => (await listPublishedPages(tenant)).map(({ path }) => path);

/** The clock is the database's rows' here: a moment that has passed is written as one. */
async function backdate(id: string, times: { publishAt?: Date; unpublishAt?: Date }): Promise<void> {
  await tenantDb(tenant).page.updateMany({ where: { id }, data: times });
  dropPublishedPages(tenant.tenantId);
}
const past = () => new Date(Date.now() - 1_000);

describe('a tree', () => {
  it('is part of the address, and a page that moves takes what is below it along', async () => {
    const shop = await addPage('shop');
    const tools = await addPage('tools', shop);
    await addPage('saw', tools);
    expect(await paths()).toEqual(['shop', 'shop/tools', 'shop/tools/saw']);
    await setRules(tools, { parentId: null });
    expect(await paths()).toEqual(['shop', 'tools', 'tools/saw']);
    expect(await getPublishedPage(tenant, 'tools/saw')).not.toBeNull();
    expect(await getPublishedPage(tenant, 'shop/tools/saw')).toBeNull();
    expect(await getPublishedPage(tenant, 'saw')).toBeNull();
  });

  it('has no rings and three levels at most', async () => {
    const [a, d] = [await addPage('a'), await addPage('d')];
    const b = await addPage('b', a);
    const c = await addPage('c', b);
    const refused = (fault: string) => ({ code: 'validation_failed', details: { fields: { parentId: fault } } });
    await expect(setRules(a, { parentId: c })).rejects.toMatchObject(refused('below_itself'));
    await expect(setRules(d, { parentId: c })).rejects.toMatchObject(refused('page_too_deep'));
    await expect(createPage(manager(), { ...words('e'), parentId: c })).rejects.toMatchObject(refused('page_too_deep'));
  });

  it('of two moves that together were a ring has one', async () => {
    const [a, b] = [await addPage('a'), await addPage('b')];
    await Promise.allSettled([setRules(a, { parentId: b }), setRules(b, { parentId: a })]);
    expect((await listPages(manager())).map(({ id }) => id).sort()).toEqual([a, b].sort());
  });

  it('takes no parent of another tenant', async () => {
    const theirs = await createPage(memberOf(other, 'manager'), words('theirs'));
    const mine = await addPage('mine');
    const refused = { code: 'validation_failed', details: { fields: { parentId: 'invalid' } } };
    for (const parentId of [theirs.id, uuidv7()]) {
      await expect(setRules(mine, { parentId })).rejects.toMatchObject(refused);
      await expect(createPage(manager(), { ...words('new'), parentId })).rejects.toMatchObject(refused);
    }
    await expect(
      tenantDb(tenant).page.updateMany({ where: { id: mine }, data: { parentId: theirs.id } }),
    ).rejects.toThrow();
  });

  it('hides what is below a page that is not there', async () => {
    const shop = await addPage('shop', null, false);
    await addPage('tools', shop);
    expect(await paths()).toEqual([]);
    await publishPage(manager(), shop);
    expect(await paths()).toEqual(['shop', 'shop/tools']);
  });

  it('does not lose what is below a page that is to be deleted', async () => {
    const shop = await addPage('shop');
    const tools = await addPage('tools', shop);
    await expect(deletePage(manager(), shop)).rejects.toMatchObject({ details: { messageKey: 'pageHasChildren' } });
    await deletePage(manager(), tools);
    await deletePage(manager(), shop);
    expect(await listPages(manager())).toEqual([]);
  });

  it('is in the order that somebody gave it', async () => {
    const [, b] = [await addPage('a'), await addPage('b')];
    await movePage(manager(), { id: b, direction: 'up' });
    expect(await paths()).toEqual(['b', 'a']);
    await movePage(manager(), { id: b, direction: 'up' });
    expect(await paths()).toEqual(['b', 'a']);
    await expect(movePage(memberOf(other, 'owner'), { id: b, direction: 'down' })).rejects.toMatchObject(missing);
  });
});

describe('a page with a time', () => {
  it('comes and goes on time though no worker is there, and with one it is so on record', async () => {
    const id = await addPage('news', null, false);
    await backdate(id, { publishAt: past() });
    expect(await paths()).toEqual(['news']);
    expect(await getPage(manager(), id)).toMatchObject({ status: 'draft' });
    const system = { ...manager(), actor: { type: 'system' as const, name: 'Schedule' } };
    await settleDuePages(system, new Date());
    expect(await getPage(manager(), id)).toMatchObject({ status: 'published', publishAt: null });
    await backdate(id, { unpublishAt: past() });
    expect(await paths()).toEqual([]);
    await settleDuePages(system, new Date());
    expect(await getPage(manager(), id)).toMatchObject({ status: 'draft', unpublishAt: null });
    const events = await tenantDb(tenant).auditEvent.findMany({
      where: { actorType: 'system' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['page.published', 'page.unpublished']);
  });

  it('does not show what was written after its moment had passed', async () => {
    const id = await addPage('news', null, false);
    await backdate(id, { publishAt: past() });
    const { updatedAt } = await getPage(manager(), id);
    await changePage(manager(), { id, updatedAt, ...words('news'), body: 'Secret' });
    expect(await getPublishedPage(tenant, 'news')).toMatchObject({ html: '<p>news</p>' });
  });

  it('takes no time that has passed', async () => {
    const id = await addPage('news', null, false);
    await expect(setRules(id, { publishAt: past().toISOString() })).rejects.toMatchObject({
      details: { fields: { publishAt: 'in_past' } },
    });
  });
});

describe('a page tied to a feature', () => {
  it('is there while the feature is on', async () => {
    const id = await addPage('beta');
    await setRules(id, { featureKey: 'site.search_indexing' });
    expect(await paths()).toEqual(['beta']);
    await switchFeature(memberOf(tenant, 'admin'), { key: 'site.search_indexing', on: false });
    dropFlagSnapshot(tenant.tenantId);
    expect(await paths()).toEqual([]);
    expect(await getPublishedPage(tenant, 'beta')).toBeNull();
    await expect(setRules(id, { featureKey: 'no.such' })).rejects.toMatchObject({
      details: { fields: { featureKey: 'invalid' } },
    });
  });
});

describe('the history of a page', () => {
  it('has a version for each time it was published, and brings one back as a draft', async () => {
    const id = await addPage('about');
    const { updatedAt } = await getPage(manager(), id);
    await changePage(manager(), { id, updatedAt, ...words('about'), body: 'Second' });
    await publishPage(manager(), id);
    const [second, first] = await listVersions(manager(), id);
    expect([second?.number, first?.number]).toEqual([2, 1]);
    const revision = async () => (await getPage(manager(), id)).updatedAt;
    await restoreVersion(manager(), { id, updatedAt: await revision(), versionId: first?.id ?? '' });
    expect(await getPage(manager(), id)).toMatchObject({ body: 'about', hasDraft: true });
    expect(await getPublishedPage(tenant, 'about')).toMatchObject({ html: '<p>Second</p>' });
    await discardPageDraft(manager(), id);
    expect(await getPage(manager(), id)).toMatchObject({ body: 'Second', hasDraft: false });
  });

  it('is nobody else’s: not of another tenant, not of another page', async () => {
    const [id, second] = [await addPage('one'), await addPage('two')];
    const versionId = (await listVersions(manager(), id))[0]?.id ?? '';
    const { updatedAt } = await getPage(manager(), second);
    await expect(restoreVersion(manager(), { id: second, updatedAt, versionId })).rejects.toMatchObject(missing);
    const stranger = memberOf(other, 'owner');
    await expect(restoreVersion(stranger, { id, updatedAt, versionId })).rejects.toMatchObject(missing);
    await expect(listVersions(stranger, id)).rejects.toMatchObject(missing);
    const theirs = await createPage(stranger, words('theirs'));
    const known = (await getPage(stranger, theirs.id)).updatedAt;
    await expect(restoreVersion(stranger, { id: theirs.id, updatedAt: known, versionId })).rejects.toMatchObject(
      missing,
    );
    expect(await tenantDb(other).pageVersion.count()).toBe(0);
  });
});

describe('a preview', () => {
  it('shows a draft to its own tenant’s site only', async () => {
    const id = await addPage('secret', null, false);
    expect(await getDraftPage(tenant, id)).toMatchObject({ html: '<p>secret</p>' });
    expect(await getDraftPage(other, id)).toBeNull();
  });
});
