import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { isolationAlert } from '@/lib/core/email/isolation-alert';
import { platformEmailBrand } from '@/lib/core/email/platform-email-brand';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { pickedLanguage, platformLanguage } from '@/lib/messages/locales';
import { consoleHost } from '@/lib/platform/origins';
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
  if (await wasMailed(tx, id, details)) return;
  const brand = await platformEmailBrand(consoleHost());
  const owners = await tx.superAdmin.findMany({
    where: { role: 'owner', status: 'active' },
    select: { email: true, language: true },
  });
  for (const { email, language } of owners) {
    const mail = isolationAlert({
      brand,
      email,
      locale: pickedLanguage(language) ?? platformLanguage,
      timeZone: 'UTC',
      at: new Date(finishedAt),
      attempts,
      leaks: details.leaks,
      drift: details.drift,
      url: `${brand.homeUrl}/health?run=${id}`,
    });
    await enqueueJob(tx, 'send-mail', { mail: { ...mail, from: brand.tokens.displayName, to: email } });
  }
}

const MAIL_AGAIN_MS = 12 * 3_600_000;

/** Whoever mends a gap checks again and again: what the run before found as well is not mailed again within half a day of it. */
async function wasMailed(tx: ConsoleTx, id: string, { leaks, drift }: CanaryDetails): Promise<boolean> {
  const before = await tx.canaryRun.findFirst({
    where: { id: { not: id }, finishedAt: { gt: new Date(Date.now() - MAIL_AGAIN_MS) } },
    orderBy: { finishedAt: 'desc' },
    select: { details: true },
  });
  if (!before) return false;
  const earlier = before.details as unknown as CanaryDetails;
  return isDeepStrictEqual([earlier.leaks, earlier.drift], [leaks, drift]);
}
