import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { isFlagValue, type FlagKind, type FlagType } from '@/lib/core/plans/rules';
import { publishChange } from '@/lib/platform/change-bus';
import { notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import { notSwitchable, wrongValue } from './create-flag';
import type { ChangeFlag } from './schema';

/** Changes words, default and editability of a flag; its key, type and kind stay. @throws AppError forbidden, not_found, validation_failed */
export async function changeFlag(ctx: ConsoleContext, { key, ...wanted }: ChangeFlag): Promise<void> {
  requireConsolePermission(ctx, 'flags.manage');
  await consoleDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "public".flags WHERE key = ${key} FOR UPDATE`;
    const flag = await tx.flag.findUnique({ where: { key } });
    if (!flag) throw notFound();
    // A CHECK holds these two vocabularies.
    const [type, kind] = [flag.type as FlagType, flag.kind as FlagKind];
    if (!isFlagValue({ type, kind }, wanted.defaultValue)) throw wrongValue('defaultValue');
    if (wanted.tenantEditable && type !== 'boolean') throw notSwitchable();
    const { name, description, category, defaultValue, tenantEditable } = flag;
    const changes = changesBetween({ name, description, category, defaultValue, tenantEditable }, wanted);
    if (Object.keys(changes).length === 0) return;
    await tx.flag.update({ where: { key }, data: wanted });
    await recordPlatformEvent(tx, ctx, 'flag.changed', { type: 'flag', id: flag.id, label: key }, changes);
    await publishChange(tx, { kind: 'flags' });
  });
}
