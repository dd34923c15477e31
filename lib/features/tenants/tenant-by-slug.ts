import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { notFound } from '@/lib/platform/errors';
import { hostOrigin } from '@/lib/platform/origins';
import { isStorable } from '@/lib/platform/storable-text';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { placements, TenantAttributes, TenantStatus } from './schema';

export interface TenantDetail {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  placement: (typeof placements)[number];
  planKey: string;
  planName: string;
  industry: string | null;
  attributes: TenantAttributes;
  suspensionReason: string | null;
  suspendedAt: string | null;
  activatedAt: string | null;
  createdAt: string;
  /** Primary addresses; null while provisioning has not reserved them yet. */
  portalUrl: string | null;
  siteUrl: string | null;
}

/** @throws AppError forbidden, not_found */
export async function tenantBySlug(ctx: ConsoleContext, slug: string): Promise<TenantDetail> {
  requireConsolePermission(ctx, 'tenants.view');
  if (!isStorable(slug)) throw notFound();
  const db = consoleDb();
  const row = await db.tenant.findFirst({
    where: { slug, status: { not: 'erased' } },
    include: { plan: { select: { key: true, name: true } } },
  });
  if (!row) throw notFound();
  const hosts = await db.host.findMany({
    where: { tenantId: row.id, isPrimary: true },
    select: { host: true, surface: true },
  });
  const urlOf = (surface: string): string | null => {
    const host = hosts.find((found) => found.surface === surface)?.host;
    return host === undefined ? null : hostOrigin(host);
  };
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    status: row.status as TenantStatus,
    placement: row.placement as TenantDetail['placement'],
    planKey: row.plan.key,
    planName: row.plan.name,
    industry: row.industry,
    attributes: row.attributes as TenantAttributes,
    suspensionReason: row.suspensionReason,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    activatedAt: row.activatedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    portalUrl: urlOf('portal'),
    siteUrl: urlOf('site'),
  };
}
