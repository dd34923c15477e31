import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requireDomains } from './require-domains';
import type { ChangeSurface } from './schema';
import { lockDomain } from './store';

/**
 * Lets a domain that is the tenant's serve its site instead of its portal: in one step, with its records and its certificate as they are.
 * Never the other way round. A page of the site may be open for days with a script of the tenant's in it, and would find itself on an
 * origin where people sign in. @throws AppError not_found, forbidden, conflict (not proven, or the primary address of its surface)
 */
export async function changeSurface(ctx: MemberContext, { id, surface }: ChangeSurface): Promise<void> {
  await requireDomains(ctx, 'domains.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const row = await lockDomain(tx, id);
    if (row.surface === surface) return;
    const [moved] = await tx.$queryRaw<{ result: string | null }[]>`
      SELECT app.move_own_host(${row.host}) AS result`;
    if (moved?.result === 'primary') throw new AppError('conflict', 'Primary.', { messageKey: 'domainPrimary' });
    if (moved?.result !== 'moved') throw new AppError('conflict', 'Not proven.', { messageKey: 'domainUnproven' });
    await tx.domain.update({ where: rowKey(ctx, row.id), data: { surface }, select: { id: true } });
    const changes = { surface: { before: row.surface, after: surface } };
    await recordEvent(tx, ctx, 'domain.surface_changed', { type: 'domain', id: row.id, label: row.host }, changes);
    // Its own entry, and every other address of the tenant, which may lead to it from now on.
    await publishChange(tx, { kind: 'host', tenantId: ctx.tenantId, key: row.host });
    await publishChange(tx, { kind: 'host', tenantId: ctx.tenantId });
  });
}
