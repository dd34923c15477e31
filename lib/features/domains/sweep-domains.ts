import 'server-only';
import { consoleDb } from '@/lib/tenancy/console-client';
import { queueCheck } from './queue-check';

const AT_ONCE = 200;
/** A check that is planned is on the queue; only what was lost, or waited for a tenant that was suspended, is overdue by this much. */
const GRACE_MS = 60_000;

/** Queues the checks that are overdue, the oldest first. Those of suspended tenants wait until they are active again. */
export async function sweepDomains(): Promise<void> {
  const due = await consoleDb().$queryRaw<{ tenantId: string; id: string }[]>`
    SELECT d.tenant_id AS "tenantId", d.id FROM "public".domains d JOIN "public".tenants t ON t.id = d.tenant_id
    WHERE d.next_check_at < ${new Date(Date.now() - GRACE_MS)} AND t.status = 'active'
    ORDER BY d.next_check_at LIMIT ${AT_ONCE}`;
  for (const { tenantId, id } of due) await queueCheck(consoleDb(), tenantId, id);
}
