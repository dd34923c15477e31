import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { AppError } from '@/lib/platform/errors';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { lockTenant } from './lock-tenant';
import { PARENTS_MAX } from './schema';

/** The slug of the tenant above this one, or null. @throws AppError forbidden */
export async function parentSlugOf(ctx: ConsoleContext, id: string): Promise<string | null> {
  requireConsolePermission(ctx, 'tenants.view');
  const row = await consoleDb().tenant.findUnique({ where: { id }, select: { parentId: true } });
  return row?.parentId ? ((await labelOf(consoleDb(), row.parentId))?.slug ?? null) : null;
}

/**
 * Puts a tenant under another, whose branding it shows until it has one of its own, or under none.
 * @throws AppError forbidden, not_found, validation_failed (no such parent, a circle, too many generations)
 */
export async function setParent(ctx: ConsoleContext, id: string, parentSlug: string | null): Promise<void> {
  requireConsolePermission(ctx, 'tenants.manage');
  await consoleDb().$transaction(async (tx) => {
    // Two changes at once could close a circle that neither of them sees.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('portico tenant tree'))::text`;
    const tenant = await lockTenant(tx, id);
    const { parentId } = await tx.tenant.findUniqueOrThrow({ where: { id }, select: { parentId: true } });
    const parent = parentSlug === null ? null : await findParent(tx, id, parentSlug);
    if ((parent?.id ?? null) === parentId) return;
    const before = parentId === null ? null : ((await labelOf(tx, parentId))?.slug ?? null);
    await tx.tenant.update({ where: { id }, data: { parentId: parent?.id ?? null }, select: { id: true } });
    const target = { type: 'tenant', id, label: tenant.name };
    const changes = changesBetween({ parent: before }, { parent: parentSlug });
    await recordConsoleEventInTenant(tx, ctx, id, 'tenant.parent_changed', target, changes);
    await tx.$queryRaw`SELECT app.announce_brand(${id}::uuid)`;
  });
}

function labelOf(db: Pick<ConsoleTx, 'tenant'>, id: string): Promise<{ slug: string } | null> {
  return db.tenant.findUnique({ where: { id }, select: { slug: true } });
}

async function findParent(tx: ConsoleTx, id: string, slug: string): Promise<{ id: string }> {
  const parent = await tx.tenant.findFirst({
    where: { slug, status: { in: ['active', 'suspended'] } },
    select: { id: true, parentId: true },
  });
  if (!parent) throw refused('no_such_tenant');
  let above: { id: string; parentId: string | null } | null = parent;
  for (let generation = 1; above; generation += 1) {
    if (above.id === id) throw refused('parent_circle');
    if (generation > PARENTS_MAX) throw refused('too_deep');
    above = above.parentId
      ? await tx.tenant.findUnique({ where: { id: above.parentId }, select: { id: true, parentId: true } })
      : null;
  }
  return parent;
}

function refused(reason: string): AppError {
  return new AppError('validation_failed', 'This tenant can not be the parent.', { fields: { parentSlug: reason } });
}
