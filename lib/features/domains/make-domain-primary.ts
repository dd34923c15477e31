import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError, notFound } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requireDomains } from './require-domains';

interface Made {
  before: string | null;
  after: string;
}

/**
 * From now on the other addresses of its surface lead to this one, in one step: at no moment does a visitor find none, or two.
 * @throws AppError not_found, forbidden, conflict (not in service)
 */
export async function makeDomainPrimary(ctx: MemberContext, hostId: string): Promise<void> {
  await requireDomains(ctx, 'domains.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const host = await tx.host.findFirst({ where: { id: hostId }, select: { status: true, isPrimary: true } });
    if (!host) throw notFound();
    if (host.isPrimary) return;
    const [made] = await tx.$queryRaw<Made[]>`SELECT before, after FROM app.make_own_host_primary(${hostId}::uuid)`;
    if (!made) throw new AppError('conflict', 'Not in service.', { messageKey: 'hostNotActive' });
    const changes = { primary: made as unknown as { before: string | null; after: string } };
    await recordEvent(tx, ctx, 'host.primary_changed', { type: 'host', id: hostId, label: made.after }, changes);
    // Every address of the tenant carries the name of its primary in the caches.
    await publishChange(tx, { kind: 'host', tenantId: ctx.tenantId });
  });
}
