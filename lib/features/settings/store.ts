import 'server-only';
import { defaultSettings } from '@/lib/core/settings/schema';
import { notFound } from '@/lib/platform/errors';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import type { SettingsInput } from './schema';

const columns = {
  timeZone: true,
  locale: true,
  dateFormat: true,
  currency: true,
  fiscalYearStartMonth: true,
  billingContactName: true,
  billingContactEmail: true,
} as const;

export async function readSettings(tx: TenantTx): Promise<SettingsInput> {
  const tenant = await tx.tenant.findFirst({ select: { name: true } });
  const row = await tx.tenantSettings.findFirst({ select: columns });
  if (!tenant) throw notFound();
  return { ...defaultSettings, ...row, name: tenant.name } as SettingsInput;
}

/** Holds the row until the transaction ends, so that two savers don't both compare with the same past. */
export async function lockSettings(tx: TenantTx, scope: TenantScope): Promise<SettingsInput> {
  await tx.$queryRaw`SELECT 1 FROM "public".tenant_settings WHERE tenant_id = ${scope.tenantId}::uuid FOR UPDATE`;
  return readSettings(tx);
}

export async function writeSettings(
  tx: TenantTx,
  scope: TenantScope,
  values: Omit<SettingsInput, 'name'>,
): Promise<void> {
  const { tenantId } = scope;
  await tx.tenantSettings.upsert({ where: { tenantId }, create: values, update: values, select: { id: true } });
}

export async function writeName(tx: TenantTx, name: string): Promise<void> {
  await tx.tenant.updateMany({ data: { name, updatedAt: new Date() } });
}
