import {
  systemRequest,
  type RequestInfo,
  type ConsoleContext,
  type MemberContext,
  type SystemActor,
  type TenantContext,
  type VisitorActor,
} from '@/lib/core/access/context';
import { setOverride } from '@/lib/core/flags/set-override';
import { measureResources } from '@/lib/core/usage/measure-resources';
import { rollUpUsage } from '@/lib/core/usage/roll-up';
import { acceptInvitation } from '@/lib/features/members/accept-invitation';
import { derivedToken, randomToken } from '@/lib/platform/secrets';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement } from '@/lib/tenancy/context';
import { mayCreateDatabases } from '@/lib/tenancy/placements/place';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { runProvisioning } from '@/lib/workflows/provisioning/engine';
import { invitationId } from '@/lib/workflows/provisioning/invitation';
import { requestProvisioning } from '@/lib/workflows/provisioning/request-provisioning';
import { demoLogo } from './demo-logo';
import { addDemoPages } from './demo-pages';
import { addDemoPeople, demoEmail, type DemoMember } from './demo-people';
import { addDemoRecord } from './demo-record';
import { demoTenants, type DemoTenant } from './demo-tenants';
import { addDemoUsage } from './demo-usage';
import { earlierPassword, keepPassword } from './first-run-file';

export interface SeededTenant {
  slug: string;
  admin: { email: string; password: string };
}

const days = 90;
const ctx: ConsoleContext<SystemActor> = { actor: { type: 'system', name: 'Demo data' }, request: systemRequest() };

/** The demo: three tenants with people, pages, ninety days of record and usage. May be interrupted and run again. */
export async function seedDemo(): Promise<SeededTenant[]> {
  const seeded: SeededTenant[] = [];
  for (const tenant of demoTenants) seeded.push(await seedTenant(tenant));
  while ((await rollUpUsage()).windows > 1);
  await measureResources();
  return seeded;
}

async function seedTenant(tenant: DemoTenant): Promise<SeededTenant> {
  const tenantId = await provision(tenant);
  const record = await consoleDb().tenant.findUniqueOrThrow({ where: { id: tenantId } });
  const scope: TenantContext<VisitorActor> = {
    tenantId,
    placement: record.placement as Placement,
    slug: tenant.slug,
    tenantName: tenant.name,
    planId: record.planId,
    actor: { type: 'visitor' },
    request: systemRequest(),
  };
  const admin = {
    email: demoEmail(tenant.admin, tenant.slug),
    password: earlierPassword(tenant.slug) ?? randomToken().slice(0, 20),
  };
  keepPassword(tenant.slug, admin.password);
  await acceptFirstInvitation(backThen(scope, days - 1), tenant, admin);
  const members = await addDemoPeople(scope, tenant, admin.password);
  for (const [index, override] of tenant.overrides.entries())
    await setOverride(backThen(ctx, 40 + 9 * index), { tenantId, ...override });
  const owner = members.find((member) => member.email === admin.email);
  if (owner) await addDemoPages(asMember(scope, owner), tenant);
  await addDemoRecord(scope, members, days);
  await addDemoUsage(scope, tenant, members, days);
  return { slug: tenant.slug, admin };
}

async function provision(tenant: DemoTenant): Promise<string> {
  const existing = await consoleDb().tenant.findUnique({
    where: { slug: tenant.slug },
    select: { id: true, status: true },
  });
  if (existing?.status === 'active') return existing.id;
  const input = {
    organisation: {
      name: tenant.name,
      industry: tenant.industry,
      timeZone: tenant.timeZone,
      locale: tenant.locale,
      currency: tenant.currency,
    },
    plan: { planKey: tenant.planKey, placement: await placementOf(tenant) },
    address: { slug: tenant.slug },
    branding: { ...tenant.brand, displayName: tenant.name, logo: await demoLogo(tenant) },
    features: { overrides: {} },
    admin: { name: tenant.admin, email: demoEmail(tenant.admin, tenant.slug) },
  };
  const { runId } = await requestProvisioning(ctx, input, demoKey(tenant.slug));
  await runProvisioning(runId);
  const { targetTenantId } = await consoleDb().provisioningRun.findUniqueOrThrow({ where: { id: runId } });
  // The demo's customers have been with us for a quarter.
  const createdAt = new Date(Date.now() - days * 86_400_000);
  await consoleDb().tenant.update({ where: { id: targetTenantId }, data: { createdAt, activatedAt: createdAt } });
  return targetTenantId;
}

/** On a server where the login may not create databases, that tenant gets a schema of its own. */
async function placementOf({ placement }: DemoTenant): Promise<Placement> {
  return placement === 'database' && !(await mayCreateDatabases()) ? 'schema' : placement;
}

async function acceptFirstInvitation(
  scope: TenantContext<VisitorActor>,
  tenant: DemoTenant,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const id = invitationId(scope.tenantId);
  const open = await tenantDb(scope).invitation.count({ where: { id, acceptedAt: null } });
  if (open === 0) return;
  await acceptInvitation(scope, { token: derivedToken('invitation', id), name: tenant.admin, password });
  const createdAt = scope.request.at;
  await tenantDb(scope).member.updateMany({ where: { email }, data: { createdAt, lastSeenAt: hoursAgo(3) } });
}

function asMember(scope: TenantContext<VisitorActor>, member: DemoMember): MemberContext {
  const actor = {
    type: 'member',
    id: member.id,
    sessionId: '',
    name: member.name,
    email: member.email,
    role: 'owner',
  } as const;
  return { ...scope, actor };
}

/** The same context, some days ago: what it does is written into the logs under that day. */
function backThen<C extends { request: RequestInfo }>(ctx: C, daysAgo: number): C {
  return { ...ctx, request: { ...ctx.request, at: hoursAgo(24 * daysAgo) } };
}

function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}

/** One fixed idempotency key per demo tenant: running the seed twice makes it once. */
function demoKey(slug: string): string {
  const tail = Buffer.from(slug.padEnd(6, '0')).toString('hex').slice(0, 12);
  return `0190de00-0000-7000-8000-${tail}`;
}
