/** Members with rows of their own, for tests of use cases that read them. */
import type { MemberContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { memberOf, type TestTenant } from './tenant';

/** A stored member and the context in which they act, with a living session. */
export async function createMember(
  tenant: TestTenant,
  role: MemberRole,
  name = `${role} person`,
): Promise<MemberContext> {
  const base = memberOf(tenant, role);
  const { id, sessionId } = base.actor;
  const email = `${id}@${tenant.slug}.test`;
  await tenantDb(tenant).member.create({ data: { id, email, name, role } });
  await tenantDb(tenant).memberSession.create({
    data: { id: sessionId, memberId: id, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  return { ...base, actor: { ...base.actor, email, name } };
}
