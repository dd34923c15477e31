/** Tenants, people and super-admins for tests of the console's use cases, written straight into the database. */
import pg from 'pg';
import type { ConsoleContext, SuperAdminActor } from '@/lib/core/access/context';
import type { SuperAdminRole } from '@/lib/core/access/roles';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { portalHost, siteHost } from '@/lib/platform/origins';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeHostDirectory } from '@/lib/tenancy/host-directory';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { createTestDatabase } from './database';

export interface ConsoleFixture {
  admin: pg.Client;
  planIds: ReadonlyMap<string, string>;
  close: () => Promise<void>;
}

/** A database with the shipped plans and nothing else. */
export async function openConsoleFixture(): Promise<ConsoleFixture> {
  const database = await createTestDatabase();
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await ensureCatalogue();
  const plans = await consoleDb().plan.findMany({ select: { id: true, key: true } });
  return {
    admin,
    planIds: new Map(plans.map(({ key, id }) => [key, id])),
    close: async () => {
      await Promise.all([admin.end(), closeConsoleClient(), closeTenantClients(), closeHostDirectory()]);
      await database.drop();
    },
  };
}

export interface TenantSpec {
  slug: string;
  name?: string;
  status?: string;
  plan?: string;
  createdAt?: Date;
}

/** With its two primary addresses. Returns its id. */
export async function createTenant({ planIds }: ConsoleFixture, spec: TenantSpec): Promise<string> {
  const id = uuidv7();
  const planId = planIds.get(spec.plan ?? 'basic') ?? '';
  const db = consoleDb();
  await db.tenant.create({
    data: {
      id,
      slug: spec.slug,
      name: spec.name ?? spec.slug,
      status: spec.status ?? 'active',
      planId,
      createdAt: spec.createdAt,
    },
  });
  const hosts = [
    { host: portalHost(spec.slug), surface: 'portal' },
    { host: siteHost(spec.slug), surface: 'site' },
  ];
  await db.host.createMany({
    data: hosts.map((host) => ({ ...host, tenantId: id, status: 'active', isPrimary: true })),
  });
  return id;
}

/** A member with one living session. */
export async function createSignedInMember(
  { admin }: ConsoleFixture,
  tenantId: string,
  email: string,
): Promise<{ memberId: string; sessionId: string }> {
  const [memberId, sessionId] = [uuidv7(), uuidv7()];
  await admin.query(
    `insert into members (tenant_id, id, email, name, role, updated_at) values ($1, $2, $3, $3, 'admin', now())`,
    [tenantId, memberId, email],
  );
  await admin.query(
    `insert into member_sessions (tenant_id, id, member_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [tenantId, sessionId, memberId],
  );
  return { memberId, sessionId };
}

export function superAdminContext(role: SuperAdminRole, id: string = uuidv7()): ConsoleContext<SuperAdminActor> {
  return {
    actor: {
      type: 'super_admin',
      id,
      sessionId: uuidv7(),
      name: `The ${role}`,
      email: `${role}@portico.example`,
      role,
    },
    request: { requestId: 'test', ip: '203.0.113.7', userAgent: 'vitest' },
  };
}
