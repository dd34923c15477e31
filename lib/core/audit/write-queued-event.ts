import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** Writes an event that the console queued for a tenant whose rows live apart. A repeated job meets its own row. */
export async function writeQueuedEvent(tenantId: string, event: Record<string, unknown>): Promise<void> {
  const tenant = await consoleDb().tenant.findUnique({ where: { id: tenantId }, select: { placement: true } });
  // A tenant whose creation was undone has no log.
  if (!tenant) return;
  const row = { ...event, tenantId } as unknown as Prisma.AuditEventCreateManyInput;
  const scope = { tenantId, placement: tenant.placement as Placement };
  await tenantDb(scope).auditEvent.createMany({ data: [row], skipDuplicates: true });
}
