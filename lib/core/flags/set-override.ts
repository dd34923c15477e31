import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { isFlagValue, type FlagKind, type FlagType } from '@/lib/core/plans/rules';
import { publishChange } from '@/lib/platform/change-bus';
import { notFound } from '@/lib/platform/errors';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { wrongValue } from './create-flag';
import { dropFlagSnapshot } from './snapshot';
import type { RemoveOverride, SetOverride } from './schema';

/**
 * Gives one tenant its own value of a flag, with the reason, in both audit logs.
 * @throws AppError forbidden, not_found, validation_failed
 */
export async function setOverride(ctx: ConsoleContext, { tenantId, key, value, reason }: SetOverride): Promise<void> {
  requireConsolePermission(ctx, 'flags.manage');
  await consoleDb().$transaction(async (tx) => {
    const flag = await lockTarget(tx, tenantId, key);
    if (!isFlagValue(flag, value)) throw wrongValue('value');
    const where = { tenantId_flagKey_setBy: { tenantId, flagKey: key, setBy: 'console' } };
    const before = await tx.flagOverride.findUnique({ where });
    const facts = { value, reason, setById: actorId(ctx), setByName: ctx.actor.name, createdAt: new Date() };
    await tx.flagOverride.upsert({
      where,
      update: facts,
      create: { ...facts, tenantId, flagKey: key, setBy: 'console' },
    });
    const changes = changesBetween(auditView(key, before), auditView(key, { value, reason }));
    await recordConsoleEventInTenant(tx, ctx, tenantId, 'flag.override_set', targetOf(flag), changes);
    await publishChange(tx, { kind: 'flags', tenantId });
  });
  dropFlagSnapshot(tenantId);
}

/** Puts the tenant back to what its plan says. @throws AppError forbidden, not_found */
export async function removeOverride(ctx: ConsoleContext, { tenantId, key }: RemoveOverride): Promise<void> {
  requireConsolePermission(ctx, 'flags.manage');
  await consoleDb().$transaction(async (tx) => {
    const flag = await lockTarget(tx, tenantId, key);
    const where = { tenantId_flagKey_setBy: { tenantId, flagKey: key, setBy: 'console' } };
    const before = await tx.flagOverride.findUnique({ where });
    if (!before) throw notFound();
    await tx.flagOverride.delete({ where });
    const changes = changesBetween(auditView(key, before), {});
    await recordConsoleEventInTenant(tx, ctx, tenantId, 'flag.override_removed', targetOf(flag), changes);
    await publishChange(tx, { kind: 'flags', tenantId });
  });
  dropFlagSnapshot(tenantId);
}

interface Flag {
  id: string;
  key: string;
  type: FlagType;
  kind: FlagKind;
}

/** One change at a time per tenant, so that "before" is what was there. */
async function lockTarget(tx: ConsoleTx, tenantId: string, key: string): Promise<Flag> {
  const tenants = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "public".tenants WHERE id = ${tenantId}::uuid AND status <> 'erased' FOR UPDATE`;
  const flag = await tx.flag.findUnique({ where: { key }, select: { id: true, key: true, type: true, kind: true } });
  if (tenants.length === 0 || !flag) throw notFound();
  // A CHECK holds these two vocabularies.
  return flag as Flag;
}

function targetOf(flag: Flag): { type: string; id: string; label: string } {
  return { type: 'flag', id: flag.id, label: flag.key };
}

/** How an override reads in the audit log: the flag with its value, and why. */
function auditView(key: string, override: { value: unknown; reason: string } | null): Record<string, unknown> {
  return override ? { [key]: override.value, reason: override.reason } : {};
}

function actorId(ctx: ConsoleContext): string | null {
  return ctx.actor.type === 'super_admin' ? ctx.actor.id : null;
}
