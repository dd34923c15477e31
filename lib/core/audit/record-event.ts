import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Actor, ConsoleContext, TenantContext } from '@/lib/core/access/context';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { uuidv7 } from '@/lib/platform/ids';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import type { PlatformAuditAction, TenantAuditAction } from './actions';
import type { Changes } from './changes';

interface Target {
  type: string;
  id?: string;
  label?: string;
}

/** Writes one event into the tenant's log. Takes the transaction of the change itself: neither exists without the other. */
export async function recordEvent(
  tx: TenantTx,
  ctx: TenantContext,
  action: TenantAuditAction,
  target: Target,
  changes: Changes = {},
): Promise<void> {
  await tx.auditEvent.create({
    data: { ...eventRow(ctx.actor, ctx.request, action, target, changes), tenantId: ctx.tenantId },
  });
}

/** The same from the console, which works across tenants: into the tenant's own log and the platform's. */
export async function recordConsoleEventInTenant(
  tx: ConsoleTx,
  ctx: ConsoleContext,
  tenantId: string,
  action: TenantAuditAction & PlatformAuditAction,
  target: Target,
  changes: Changes = {},
): Promise<void> {
  const row = eventRow(ctx.actor, ctx.request, action, target, changes);
  const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { placement: true } });
  if (tenant?.placement === 'shared') await tx.auditEvent.create({ data: { ...row, tenantId } });
  // The console's role has no way to rows that live apart. The event is queued with the change and written as the tenant.
  else await enqueueJob(tx, 'write-audit-event', { tenantId, event: { ...row, id: uuidv7(row.at) } });
  await tx.platformAuditEvent.create({ data: { ...row, subjectTenantId: tenantId } });
}

/** An event of the platform alone. */
export async function recordPlatformEvent(
  tx: ConsoleTx,
  ctx: Pick<ConsoleContext, 'request'> & { actor: Actor },
  action: PlatformAuditAction,
  target: Target,
  changes: Changes = {},
  subjectTenantId?: string,
): Promise<void> {
  await tx.platformAuditEvent.create({
    data: { ...eventRow(ctx.actor, ctx.request, action, target, changes), subjectTenantId },
  });
}

function eventRow(actor: Actor, request: TenantContext['request'], action: string, target: Target, changes: Changes) {
  return {
    action,
    actorType: actor.type,
    actorId: 'id' in actor ? actor.id : null,
    actorLabel: actorLabel(actor),
    targetType: target.type,
    targetId: target.id ?? null,
    targetLabel: target.label ?? null,
    changes: changes as Prisma.InputJsonObject,
    ip: request.ip,
    userAgent: request.userAgent?.slice(0, 400) ?? null,
    requestId: request.requestId || null,
    at: request.at,
  };
}

function actorLabel(actor: Actor): string {
  if (actor.type === 'visitor') return 'visitor';
  return actor.type === 'system' ? actor.name : `${actor.name} <${actor.email}>`;
}
