import pg from 'pg';
import { writeQueuedEvent } from '@/lib/core/audit/write-queued-event';

/** Does what a worker would: the console's events for tenants whose rows live apart get into their logs. */
export async function writeQueuedEvents(adminUrl: string): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    const { rows } = await admin.query<{ payload: { tenantId: string; event: Record<string, unknown> } }>(
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = 'write-audit-event' ORDER BY j.id`,
    );
    for (const { payload } of rows) await writeQueuedEvent(payload.tenantId, payload.event);
  } finally {
    await admin.end();
  }
}
