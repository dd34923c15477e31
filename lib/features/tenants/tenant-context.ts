import 'server-only';
import type { ConsoleContext, SystemActor, TenantContext } from '@/lib/core/access/context';
import { notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement } from '@/lib/tenancy/context';

/** Lets the platform itself work inside one tenant, as commands and seeds do. @throws AppError not_found */
export async function systemTenantContext(
  ctx: ConsoleContext<SystemActor>,
  slug: string,
): Promise<TenantContext<SystemActor>> {
  const tenant = await consoleDb().tenant.findFirst({
    where: { slug, status: { in: ['active', 'suspended'] } },
    select: { id: true, name: true, placement: true, planId: true },
  });
  if (!tenant) throw notFound();
  return {
    tenantId: tenant.id,
    placement: tenant.placement as Placement,
    slug,
    tenantName: tenant.name,
    planId: tenant.planId,
    actor: ctx.actor,
    request: ctx.request,
  };
}
