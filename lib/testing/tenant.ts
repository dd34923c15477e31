/** A tenant without provisioning, and contexts in it, for tests of use cases. Needs `ensureCatalogue()` first. */
import type { ConsoleContext, MemberContext, SuperAdminActor } from '@/lib/core/access/context';
import { systemRequest } from '@/lib/core/access/context';
import type { MemberRole, SuperAdminRole } from '@/lib/core/access/roles';
import { uuidv7 } from '@/lib/platform/ids';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import { createPlace } from '@/lib/tenancy/placements/place';

export interface TestTenant extends TenantScope {
  slug: string;
  name: string;
  planId: string;
}

/** The test projects `integration-schema` and `integration-database` run the use cases on tenants whose rows live apart. */
const usualPlacement = (process.env.TEST_PLACEMENT ?? 'shared') as Placement;

export async function createTestTenant(
  options: { plan?: string; name?: string; placement?: Placement } = {},
): Promise<TestTenant> {
  const placement = options.placement ?? usualPlacement;
  const { id: planId } = await consoleDb().plan.findUniqueOrThrow({ where: { key: options.plan ?? 'professional' } });
  const slug = `t-${uuidv7().slice(-12)}`;
  const { id, name } = await consoleDb().tenant.create({
    data: { slug, name: options.name ?? slug, planId, status: 'active', activatedAt: new Date(), placement },
  });
  await createPlace({ tenantId: id, placement });
  return { tenantId: id, placement, slug, name, planId };
}

/** A member's context; the member has no row, so use it where only the actor matters. */
export function memberOf(tenant: TestTenant, role: MemberRole = 'admin'): MemberContext {
  const { tenantId, placement, slug, name, planId } = tenant;
  const id = uuidv7();
  return {
    tenantId,
    placement,
    slug,
    planId,
    tenantName: name,
    actor: { type: 'member', id, sessionId: uuidv7(), name: `${role} person`, email: `${role}@${slug}.test`, role },
    request: { ...systemRequest(uuidv7()), ip: '192.0.2.7', userAgent: 'test' },
  };
}

export function superAdmin(role: SuperAdminRole = 'owner'): ConsoleContext<SuperAdminActor> {
  const actor: SuperAdminActor = {
    type: 'super_admin',
    id: uuidv7(),
    sessionId: uuidv7(),
    name: 'Sam Super',
    email: 'sam@portico.test',
    role,
  };
  return { actor, request: { ...systemRequest(uuidv7()), ip: '192.0.2.8', userAgent: 'test' } };
}
