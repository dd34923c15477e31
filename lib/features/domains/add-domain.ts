import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { takeQuota } from '@/lib/core/flags/take-quota';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { newAttempt } from './challenge';
import { readDomainName } from './domain-name';
import { ownNames } from './own-names';
import { queueCheck } from './queue-check';
import { requireDomains } from './require-domains';
import type { AddDomain } from './schema';
import { countAddresses, mayClaim } from './store';

/**
 * Begins to bring a domain along. It is nobody's yet: whoever proves it first has it, and until then nobody learns who else tries.
 * @throws AppError not_found, forbidden, quota_exceeded, validation_failed (what the name lacks), conflict (taken)
 */
export async function addDomain(
  ctx: MemberContext,
  { domain, surface }: AddDomain,
): Promise<{ id: string; host: string }> {
  await requireDomains(ctx, 'domains.manage');
  const name = readDomainName(domain, ownNames());
  if (!name.ok)
    throw new AppError('validation_failed', 'This domain can’t be used.', {
      fields: { domain: `domain_${name.problem}` },
    });
  const { host } = name;
  const id = uuidv7();
  try {
    await tenantDb(ctx).$transaction(async (tx) => {
      await takeQuota(tx, ctx, 'quota.hosts', 1, countAddresses);
      if (!(await mayClaim(tx, host))) throw taken();
      await tx.domain.create({ data: { id, host, surface, ...newAttempt() }, select: { id: true } });
      const changes = { host: { before: null, after: host }, surface: { before: null, after: surface } };
      await recordEvent(tx, ctx, 'domain.added', { type: 'domain', id, label: host }, changes);
      await queueCheck(tx, ctx.tenantId, id);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw taken();
    throw error;
  }
  return { id, host };
}

/** The same words for a name of one's own, of somebody else and one that is kept back: they tell nothing. */
function taken(): AppError {
  return new AppError('conflict', 'This domain can’t be added.', {
    messageKey: 'domainTaken',
    fields: { domain: 'domain_taken' },
  });
}
