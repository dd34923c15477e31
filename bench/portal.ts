import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { startMemberSession } from '@/lib/core/sessions/member-sessions';
import { sessionCookie, writeSessionToken } from '@/lib/core/sessions/session-token';
import { portalHost, siteHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { runProvisioning } from '@/lib/workflows/provisioning/engine';
import { requestProvisioning } from '@/lib/workflows/provisioning/request-provisioning';
import type { BenchDatabase } from './database';

export interface BenchPortal {
  tenantId: string;
  portal: { host: string; cookie: string };
  siteHost: string;
}

const slug = 'bench-portal';

/** One real tenant with 200 members and a signed-in owner. Made once per database. */
export async function makePortal(database: BenchDatabase): Promise<BenchPortal> {
  await ensureCatalogue();
  const scope = { tenantId: await provision(), placement: 'shared' as const };
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await admin.query(
    `INSERT INTO members (tenant_id, id, email, name, role, updated_at)
     SELECT $1, gen_random_uuid(), 'm' || n || '@bench.test', 'Member ' || n, CASE n WHEN 1 THEN 'owner' ELSE 'user' END, now() FROM generate_series(1, 200) n ON CONFLICT DO NOTHING`,
    [scope.tenantId],
  );
  await admin.end();
  const db = tenantDb(scope);
  const owner = await db.member.findFirstOrThrow({ where: { role: 'owner' }, select: { id: true } });
  const sessionId = await db.$transaction((tx) => startMemberSession(tx, owner.id, systemRequest()));
  const host = portalHost(slug);
  const token = await writeSessionToken({ tenantId: scope.tenantId }, host, sessionId);
  return {
    tenantId: scope.tenantId,
    portal: { host, cookie: `${sessionCookie(host).name}=${token}` },
    siteHost: siteHost(slug),
  };
}

async function provision(): Promise<string> {
  const existing = await consoleDb().tenant.findUnique({ where: { slug } });
  if (existing) return existing.id;
  const ctx: ConsoleContext<SystemActor> = { actor: { type: 'system', name: 'Bench' }, request: systemRequest() };
  const { displayName: _name, ...brand } = defaultTenantBrand('Bench');
  const { runId } = await requestProvisioning(
    ctx,
    {
      organisation: { name: 'Bench Portal', timeZone: 'UTC', locale: 'en-GB', currency: 'EUR' },
      plan: { planKey: 'enterprise', placement: 'shared' },
      address: { slug },
      branding: { ...brand, displayName: 'Bench Portal' },
      features: { overrides: {} },
      admin: { email: 'owner@bench.example' },
    },
    randomUUID(),
  );
  await runProvisioning(runId);
  return (await consoleDb().tenant.findUniqueOrThrow({ where: { slug } })).id;
}
