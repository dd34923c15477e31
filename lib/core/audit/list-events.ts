import 'server-only';
import {
  requireConsolePermission,
  requirePermission,
  type ConsoleContext,
  type TenantContext,
} from '@/lib/core/access/context';
import { translator } from '@/lib/messages/translator';
import { notFound } from '@/lib/platform/errors';
import { isUuid } from '@/lib/platform/ids';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import type { AuditActor, AuditPage, AuditQuery } from './schema';
import { eventActors, eventPage, type Reading } from './store';

/** The tenant's own log. @param timeZone the zone whose days the filter means */
export async function listEvents(ctx: TenantContext, query: AuditQuery, timeZone: string): Promise<AuditPage> {
  requirePermission(ctx, 'audit.view');
  return eventPage(ctx, query, reading(timeZone));
}

export async function listActors(ctx: TenantContext): Promise<AuditActor[]> {
  requirePermission(ctx, 'audit.view');
  return eventActors(ctx);
}

/** The same for the console, about any tenant. @throws AppError not_found */
export async function listTenantEvents(
  ctx: ConsoleContext,
  tenantId: string,
  query: AuditQuery,
  timeZone: string,
): Promise<AuditPage> {
  requireConsolePermission(ctx, 'audit.view');
  return eventPage(await scopeOf(tenantId), query, reading(timeZone));
}

export async function listTenantActors(ctx: ConsoleContext, tenantId: string): Promise<AuditActor[]> {
  requireConsolePermission(ctx, 'audit.view');
  return eventActors(await scopeOf(tenantId));
}

/** How the log is read everywhere. */
export function reading(timeZone: string): Reading {
  const t = translator('audit') as unknown as { (key: string): string; has(key: string): boolean };
  return { timeZone, labelOf: (key) => (t.has(`action.${key}`) ? t(`action.${key}`) : '') };
}

async function scopeOf(tenantId: string): Promise<TenantScope> {
  const tenant = isUuid(tenantId)
    ? await consoleDb().tenant.findUnique({ where: { id: tenantId }, select: { placement: true } })
    : null;
  if (!tenant) throw notFound();
  return { tenantId, placement: tenant.placement as Placement };
}
