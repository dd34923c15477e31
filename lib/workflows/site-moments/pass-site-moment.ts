import 'server-only';
import { systemRequest, type SystemActor, type TenantContext } from '@/lib/core/access/context';
import { settleDuePages } from '@/lib/features/pages/settle-due-pages';
import { publishChange } from '@/lib/platform/change-bus';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/**
 * A moment that somebody chose has come: pages and announcements begin or end. What visitors see follows the clock by itself
 * (lib/features/pages/page-state.ts); this puts it on record and drops what is cached, so that it is seen at once.
 */
export async function passSiteMoment(tenantId: string, now: Date = new Date()): Promise<{ refused: string[] }> {
  const tenant = await consoleDb().tenant.findUnique({ where: { id: tenantId } });
  if (!tenant) return { refused: [] };
  const ctx: TenantContext<SystemActor> = {
    tenantId,
    placement: tenant.placement as Placement,
    slug: tenant.slug,
    tenantName: tenant.name,
    planId: tenant.planId,
    actor: { type: 'system', name: 'Schedule' },
    request: systemRequest(),
  };
  const result = await settleDuePages(ctx, now);
  await tenantDb(ctx).$transaction((tx) => publishChange(tx, { kind: 'site', tenantId }));
  return result;
}
