import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { SettingsInput } from './schema';
import { readSettings } from './store';

/** The settings as they are stored right now, for editing. */
export async function readSettingsForm(ctx: TenantContext): Promise<SettingsInput> {
  requirePermission(ctx, 'settings.view');
  return readSettings(tenantDb(ctx));
}
