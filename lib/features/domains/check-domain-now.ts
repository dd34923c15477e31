import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { queueCheck } from './queue-check';
import { requireDomains } from './require-domains';
import { findDomain } from './store';

/** Looks again at once instead of when it is due. @throws AppError not_found, forbidden, rate_limited */
export async function checkDomainNow(ctx: MemberContext, id: string): Promise<void> {
  await requireDomains(ctx, 'domains.manage');
  const { id: domainId } = await findDomain(tenantDb(ctx), id);
  const db = tenantDb(ctx);
  await takeAttempts(db, ctx.tenantId, { 'domain-check:domain': domainId, 'domain-check:tenant': '' });
  await queueCheck(db, ctx.tenantId, domainId);
}
