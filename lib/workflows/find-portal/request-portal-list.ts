import 'server-only';
import type { RequestInfo } from '@/lib/core/access/context';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { consoleDb } from '@/lib/tenancy/console-client';

/**
 * Asks for a mail with the portals of an address. The same work and the same answer for an address that is known and one that is
 * not: whose it is, the job finds out later. @throws AppError rate_limited
 */
export async function requestPortalList(request: RequestInfo, email: string): Promise<void> {
  const db = consoleDb();
  await takeAttempts(db, 'find', { 'find:network': request.ip ?? 'unknown', 'find:account': email });
  await enqueueJob(db, 'mail-portals', { email });
}
