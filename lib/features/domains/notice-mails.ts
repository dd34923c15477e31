import 'server-only';
import { domainNotice } from '@/lib/core/email/domain-notice';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import type { Domain } from '@/lib/generated/prisma/client';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { displayName } from './domain-name';
import { mailLook } from './mail-look';
import { daysLeft, offAt, type Decision } from './rules';

/** Puts what is to be told on the queue, inside the transaction that changes the domain. */
export type NoticeMailer = (tx: ConsoleTx, domain: Domain, decision: Decision) => Promise<void>;

/** Who hears of domains (everybody who may change them), in the tenant's own look. Read before the transaction: it holds a row's lock. */
export async function noticeMailer(scope: TenantScope): Promise<NoticeMailer> {
  const [mailing, readers] = await Promise.all([
    mailLook(scope),
    tenantDb(scope).member.findMany({
      where: { role: { in: ['owner', 'admin'] }, status: 'active' },
      select: { email: true, locale: true, timeZone: true },
    }),
  ]);
  return async (tx, domain, { notice, invalidSince }) => {
    if (notice === null || mailing === null) return;
    const { look, timeZone, locale } = mailing;
    for (const { email, ...own } of readers) {
      const mail = domainNotice({
        brand: look,
        email,
        locale: own.locale ?? locale,
        timeZone: own.timeZone ?? timeZone,
        kind: notice,
        domain: displayName(domain.host),
        daysLeft: invalidSince ? daysLeft(invalidSince, new Date()) : 0,
        offAt: offAt(invalidSince),
        url: `${look.homeUrl}/domains/${domain.id}`,
      });
      await enqueueJob(tx, 'send-mail', {
        tenantId: scope.tenantId,
        mail: { ...mail, from: look.tokens.displayName, to: email },
      });
    }
  };
}
