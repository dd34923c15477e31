import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requireDomains } from './require-domains';
import { quarantineDays } from './rules';
import { lockDomain } from './store';

/**
 * Gives a domain up. Where it was primary, its surface falls back to an address under our own domains; nobody else can claim it for a
 * while. @throws AppError not_found, forbidden
 */
export async function releaseDomain(ctx: MemberContext, id: string): Promise<void> {
  await requireDomains(ctx, 'domains.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const row = await lockDomain(tx, id);
    await tx.$queryRaw`SELECT app.release_own_host(${row.host}, ${quarantineDays}::integer)::text`;
    await tx.domain.delete({ where: rowKey(ctx, row.id), select: { id: true } });
    const changes = { host: { before: row.host, after: null }, surface: { before: row.surface, after: null } };
    await recordEvent(tx, ctx, 'domain.released', { type: 'domain', id: row.id, label: row.host }, changes);
    await publishChange(tx, { kind: 'host', tenantId: ctx.tenantId });
  });
}
