import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSignedInMember,
  createTenant,
  openConsoleFixture,
  superAdminContext,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { listTenants } from './list-tenants';
import { tenantListQuerySchema, type TenantPage, type TenantSort } from './schema';
import { searchTenants } from './search-tenants';

const ctx = superAdminContext('support');
const plans = ['free', 'basic', 'professional', 'enterprise'];
const statuses = ['active', 'active', 'active', 'suspended', 'provisioning'];
const count = 230;
let fixture: ConsoleFixture;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  for (let i = 0; i < count; i++) {
    await createTenant(fixture, {
      slug: `tenant-${i}`,
      // Names repeat, and differ by case: the order must be stable where the sort value is not unique.
      name: i % 3 === 0 ? 'Northwind' : `${i % 2 ? 'alder' : 'Alder'} ${i % 7}`,
      status: statuses[i % statuses.length],
      plan: plans[i % plans.length],
      createdAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(i / 10))),
    });
  }
});

afterAll(() => fixture.close());

function list(query: Record<string, string | number> = {}): Promise<TenantPage> {
  return listTenants(ctx, tenantListQuerySchema.parse(query));
}

async function allPages(query: Record<string, string | number>): Promise<TenantPage[]> {
  const pages = [await list(query)];
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor)
    pages.push(await list({ ...query, cursor }));
  return pages;
}

const slugsOf = (page: TenantPage | undefined): string[] => page?.data.map((row) => row.slug) ?? [];

describe('the list of tenants', () => {
  it.each<[TenantSort, string]>([
    ['name', ''],
    ['name', '-'],
    ['created', ''],
    ['created', '-'],
    ['status', ''],
    ['plan', '-'],
  ])('sorted by %s (%s), shows every tenant once, forwards and backwards', async (sort, sign) => {
    const query = { sort: `${sign}${sort}`, limit: 40 };
    const pages = await allPages(query);
    const forwards = pages.flatMap(slugsOf);
    expect(new Set(forwards).size).toBe(count);
    expect(forwards).toHaveLength(count);
    expect(pages[0]?.total).toBe(count);

    const back: string[][] = [];
    for (let cursor = pages.at(-1)?.previousCursor; cursor;) {
      const page = await list({ ...query, cursor });
      back.unshift(slugsOf(page));
      cursor = page.previousCursor;
    }
    expect(back.flat()).toEqual(pages.slice(0, -1).flatMap(slugsOf));
  });

  it('sorts names without regard to case', async () => {
    const names = (await list({ sort: 'name', limit: 200 })).data.map((row) => row.name.toLowerCase());
    expect(names).toEqual([...names].sort());
  });

  it('sorts plans in the order of the offer, not of the alphabet', async () => {
    const pages = await allPages({ sort: 'plan', limit: 100 });
    const order = [...new Set(pages.flatMap((page) => page.data.map((row) => row.planKey)))];
    expect(order).toEqual(plans);
  });

  it('keeps its place while tenants come in front of it', async () => {
    const first = await list({ sort: 'name', limit: 10 });
    const expected = await list({ sort: 'name', limit: 10, cursor: first.nextCursor ?? '' });
    const id = await createTenant(fixture, { slug: 'came-in-between', name: 'Aaa' });
    const again = await list({ sort: 'name', limit: 10, cursor: first.nextCursor ?? '' });
    expect(slugsOf(again)).toEqual(slugsOf(expected));
    await fixture.admin.query('delete from tenants where id = $1', [id]);
  });

  it('finds by any part of name or slug, and takes % and _ as they are', async () => {
    const odd = await createTenant(fixture, { slug: 'odd-name', name: '100% Juice_Bar' });
    expect(slugsOf(await list({ q: 'ENANT-22' }))).toEqual(
      expect.arrayContaining(['tenant-22', 'tenant-220', 'tenant-229']),
    );
    expect((await list({ q: 'northwind', limit: 5 })).total).toBe(Math.ceil(count / 3));
    expect(slugsOf(await list({ q: '100%' }))).toEqual(['odd-name']);
    expect(slugsOf(await list({ q: '0% juice_b' }))).toEqual(['odd-name']);
    expect((await list({ q: 'juice%bar' })).total).toBe(0);
    await fixture.admin.query('delete from hosts where tenant_id = $1', [odd]);
    await fixture.admin.query('delete from tenants where id = $1', [odd]);
  });

  it('joins filters, and each may name several values', async () => {
    const page = await list({ status: 'suspended,provisioning', plan: 'free', limit: 200 });
    const expected = Array.from({ length: count }, (_, i) => i).filter((i) => i % 5 >= 3 && i % 4 === 0).length;
    expect(page.total).toBe(expected);
    expect(page.data).toHaveLength(expected);
  });

  it('carries active members and the primary portal address of each row', async () => {
    const id = await createTenant(fixture, { slug: 'peopled', name: 'Peopled' });
    await createSignedInMember(fixture, id, 'a@peopled.example');
    await createSignedInMember(fixture, id, 'b@peopled.example');
    await fixture.admin.query(`update members set status = 'revoked' where tenant_id = $1 and email like 'b@%'`, [id]);
    const row = (await list({ q: 'peopled' })).data[0];
    expect(row).toMatchObject({
      members: 1,
      portalHost: 'peopled.localhost',
      portalUrl: 'http://peopled.localhost:3000',
    });
  });

  it('refuses a cursor of another order, a changed one and nonsense', async () => {
    const { nextCursor } = await list({ sort: 'name', limit: 5 });
    await expect(list({ sort: '-name', cursor: nextCursor ?? '' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
    await expect(list({ sort: 'name', cursor: 'nonsense' })).rejects.toMatchObject({ code: 'validation_failed' });
    const injected = Buffer.from(
      JSON.stringify({ s: 'name', k: "x'); drop table tenants; --", i: 'not a uuid', b: false }),
    ).toString('base64url');
    await expect(list({ sort: 'name', cursor: injected })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

describe('the search of the command menu', () => {
  it('shows what starts like the words before what only contains them', async () => {
    await createTenant(fixture, { slug: 'sea-lion', name: 'Zebra lionheart' });
    await createTenant(fixture, { slug: 'lion-works', name: 'Works of lions' });
    expect((await searchTenants(ctx, 'Lion')).map((tenant) => tenant.slug)).toEqual(['lion-works', 'sea-lion']);
  });
});
