import 'server-only';
import { createHash } from 'node:crypto';
import type { ConsoleContext, RequestInfo } from '@/lib/core/access/context';
import type { SuperAdminRole } from '@/lib/core/access/roles';
import type { Prisma, ProvisioningRun, ProvisioningStep } from '@/lib/generated/prisma/client';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import type { TenantScope } from '@/lib/tenancy/context';
import type { NewTenant } from './schema';

/** What `provisioning_runs.input` holds: the form as it was accepted, and the request that brought it. */
export interface RunInput {
  tenant: NewTenant;
  request: RequestInfo;
}

/** A run while it is worked on. */
export interface ActiveRun {
  readonly id: string;
  readonly tenantId: string;
  readonly slug: string;
  readonly input: RunInput;
  /** Scope of the tenant that is being made. */
  readonly scope: TenantScope;
  readonly requestedById: string | null;
  readonly requestedBy: string;
}

export type StoredRun = ProvisioningRun & { steps: ProvisioningStep[] };

export function loadRun(runId: string): Promise<StoredRun | null> {
  return consoleDb().provisioningRun.findUnique({
    where: { id: runId },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
}

export function toActiveRun(stored: StoredRun): ActiveRun {
  const { id, targetTenantId, slug, input, requestedById, requestedBy } = stored;
  const { placement } = (input as unknown as RunInput).tenant.plan;
  const scope: TenantScope = { tenantId: targetTenantId, placement };
  return { id, tenantId: targetTenantId, slug, input: input as unknown as RunInput, scope, requestedById, requestedBy };
}

/** What a finished run keeps: by then the logo is an asset, or unwanted. */
export function withoutLogo(input: RunInput): Prisma.InputJsonObject {
  const { logo: _logo, ...look } = input.tenant.branding ?? {};
  const branding = input.tenant.branding && look;
  return JSON.parse(JSON.stringify({ ...input, tenant: { ...input.tenant, branding } })) as Prisma.InputJsonObject;
}

/** Audit events name whoever asked, also when the work is done later and elsewhere. */
export async function requesterContext(tx: ConsoleTx, run: ActiveRun): Promise<ConsoleContext> {
  const { request } = run.input;
  const person = run.requestedById ? await tx.superAdmin.findUnique({ where: { id: run.requestedById } }) : null;
  if (!person) return { actor: { type: 'system', name: run.requestedBy }, request };
  const { id, name, email } = person;
  return {
    actor: { type: 'super_admin', id, name, email, sessionId: '', role: person.role as SuperAdminRole },
    request,
  };
}

/** An id that is the same in every attempt, so that a repeated step meets its own row. Sorts with the tenant's (UUIDv7 layout). */
export function derivedId(tenantId: string, purpose: string): string {
  const hash = createHash('sha256').update(`${tenantId}:${purpose}`).digest('hex');
  return `${tenantId.slice(0, 14)}7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
