import 'server-only';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { defaultSettings, type DateFormat, type TenantSettings } from './schema';

/** The tenant's zone, locale, currency and the rest; as of now, or of a minute ago if a notification was lost. Defaults where no row exists yet. */
export function tenantSettings(scope: TenantScope): Promise<TenantSettings> {
  return settings.get(scope);
}

const settings = tenantCache<TenantSettings>({ max: 5_000, ttlMs: 60_000, changes: ['settings', 'tenant'], load });

async function load(scope: TenantScope): Promise<TenantSettings> {
  const row = await tenantDb(scope).tenantSettings.findFirst({
    select: {
      timeZone: true,
      locale: true,
      dateFormat: true,
      currency: true,
      fiscalYearStartMonth: true,
      billingContactName: true,
      billingContactEmail: true,
    },
  });
  return row ? { ...row, dateFormat: row.dateFormat as DateFormat } : defaultSettings;
}

/** For the node that made the change: it sees it with the very next read. */
export function dropSettings(tenantId: string): void {
  settings.drop(tenantId);
}
