import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultTenantBrand, porticoBrand } from '@/lib/core/branding/defaults';
import { platformLook } from '@/lib/core/branding/platform-brand';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { startChangeBus } from '@/lib/platform/change-bus';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, superAdmin } from '@/lib/testing/tenant';
import { readPlatformBrands, savePlatformBrand } from './platform-brands';

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

it('can’t be read by a tenant', async () => {
  const tenant = await createTestTenant();
  expect(() => tenantDb(tenant).platformBrand.findMany()).toThrow(/not open to a tenant/);
});
