import 'server-only';
import { enqueueJob } from '@/lib/core/jobs/enqueue';

type Tx = Parameters<typeof enqueueJob>[0];

/** One check of a domain waits at a time: a new one takes the place of what was planned. */
export async function queueCheck(tx: Tx, tenantId: string, domainId: string, runAt?: Date): Promise<void> {
  await enqueueJob(
    tx,
    'check-domain',
    { tenantId, domainId },
    { key: `check-domain ${domainId}`, maxAttempts: 5, runAt },
  );
}
