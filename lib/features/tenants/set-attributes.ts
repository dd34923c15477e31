import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { consoleDb } from '@/lib/tenancy/console-client';
import { lockTenant } from './lock-tenant';
import type { TenantAttributes } from './schema';

/** Replaces all attributes. @throws AppError forbidden, not_found */
export async function setAttributes(ctx: ConsoleContext, id: string, attributes: TenantAttributes): Promise<void> {
  requireConsolePermission(ctx, 'tenants.manage');
  await consoleDb().$transaction(async (tx) => {
    const before = await lockTenant(tx, id);
    const changes = changesBetween(before.attributes, attributes);
    if (Object.keys(changes).length === 0) return;
    await tx.tenant.update({ where: { id }, data: { attributes }, select: { id: true } });
    await recordConsoleEventInTenant(
      tx,
      ctx,
      id,
      'tenant.attributes_changed',
      { type: 'tenant', id, label: before.name },
      changes,
    );
  });
}
