import 'server-only';
import type { ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { porticoBrand } from '@/lib/core/branding/defaults';
import { isolationAlert } from '@/lib/core/email/isolation-alert';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { consoleHost, hostOrigin } from '@/lib/platform/origins';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { CanaryDetails, RunSummary } from './schema';

/** On the record, and to everybody who owns the platform: with the run itself or not at all. */
export async function raiseAlert(
  tx: ConsoleTx,
  ctx: ConsoleContext,
  { id, finishedAt, attempts, leaks, drift }: RunSummary,
  details: CanaryDetails,
): Promise<void> {
  const changes = { leaks: { before: 0, after: leaks }, drift: { before: 0, after: drift } };
  await recordPlatformEvent(tx, ctx, 'canary.alerted', { type: 'canary_run', id }, changes);
  const homeUrl = hostOrigin(consoleHost());
  const owners = await tx.superAdmin.findMany({ where: { role: 'owner', status: 'active' }, select: { email: true } });
  for (const { email } of owners) {
    const mail = isolationAlert({
      brand: { tokens: porticoBrand, homeUrl },
      email,
      locale: 'en',
      timeZone: 'UTC',
      at: new Date(finishedAt),
      attempts,
      leaks: details.leaks,
      drift: details.drift,
      url: `${homeUrl}/health?run=${id}`,
    });
    await enqueueJob(tx, 'send-mail', { mail: { ...mail, from: porticoBrand.displayName, to: email } });
  }
}
