import 'server-only';
import type { RequestInfo } from '@/lib/core/access/context';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import type { Locale } from '@/lib/messages/locales';
import { consoleDb } from '@/lib/tenancy/console-client';

/**
 * Asks for a mail with the portals of an address. The same work and the same answer for an address that is known and one that is
 * not: whose it is, the job finds out later.
 * @param language what the asker reads; null leaves it to the portals that are found
 * @throws AppError rate_limited
 */
export async function requestPortalList(request: RequestInfo, email: string, language: Locale | null): Promise<void> {
  const db = consoleDb();
  await takeAttempts(db, 'find', { 'find:network': request.ip ?? 'unknown', 'find:account': email });
  await enqueueJob(db, 'mail-portals', { email, language });
}
