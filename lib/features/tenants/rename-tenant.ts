import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { consoleDb } from '@/lib/tenancy/console-client';
import { lockTenant } from './lock-tenant';

/** The organisation's name; its slug and addresses stay. @throws AppError forbidden, not_found */
export async function renameTenant(ctx: ConsoleContext, id: string, name: string): Promise<void> {
  requireConsolePermission(ctx, 'tenants.manage');
  await consoleDb().$transaction(async (tx) => {
    const before = await lockTenant(tx, id);
    if (before.name === name) return;
    await tx.tenant.update({ where: { id }, data: { name }, select: { id: true } });
    const target = { type: 'tenant', id, label: name };
    await recordConsoleEventInTenant(
      tx,
      ctx,
      id,
      'tenant.renamed',
      target,
      changesBetween({ name: before.name }, { name }),
    );
    await publishChange(tx, { kind: 'tenant', tenantId: id });
  });
}
