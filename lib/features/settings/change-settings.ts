import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { dropSettings } from '@/lib/core/settings/read-settings';
import { publishChange } from '@/lib/platform/change-bus';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { SettingsInput } from './schema';
import { lockSettings, writeName, writeSettings } from './store';

/** Writes the tenant's name and preferences. Saving what is already there changes and records nothing. */
export async function changeSettings(ctx: TenantContext, input: SettingsInput): Promise<{ changed: number }> {
  requirePermission(ctx, 'settings.manage');
  const changed = await tenantDb(ctx).$transaction(async (tx) => {
    const before = await lockSettings(tx, ctx);
    const changes = changesBetween(before, input);
    const { name, ...preferences } = input;
    if (Object.keys(changes).length === 0) return 0;
    await writeSettings(tx, ctx, preferences);
    // The days of the usage charts begin elsewhere from now on.
    if (before.timeZone !== input.timeZone)
      await enqueueJob(tx, 'rebuild-usage', { tenantId: ctx.tenantId }, { key: `rebuild-usage ${ctx.tenantId}` });
    if (before.name !== name) {
      await writeName(tx, name);
      // The name is part of every host's record.
      await publishChange(tx, { kind: 'tenant', tenantId: ctx.tenantId });
    }
    await recordEvent(tx, ctx, 'settings.changed', { type: 'settings', label: name }, changes);
    await publishChange(tx, { kind: 'settings', tenantId: ctx.tenantId });
    return Object.keys(changes).length;
  });
  dropSettings(ctx.tenantId);
  return { changed };
}
