import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { isFlagValue } from '@/lib/core/plans/rules';
import { publishChange } from '@/lib/platform/change-bus';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { CreateFlag } from './schema';

/**
 * Adds a feature flag. Quotas are not added here: each needs code that counts what it limits.
 * @throws AppError forbidden, validation_failed
 */
export async function createFlag(ctx: ConsoleContext, input: CreateFlag): Promise<{ id: string }> {
  requireConsolePermission(ctx, 'flags.manage');
  const flag = { ...input, kind: 'feature' } as const;
  if (!isFlagValue(flag, flag.defaultValue)) throw wrongValue('defaultValue');
  if (flag.tenantEditable && flag.type !== 'boolean') throw notSwitchable();
  try {
    return await consoleDb().$transaction(async (tx) => {
      const { id } = await tx.flag.create({ data: flag, select: { id: true } });
      const { key, ...facts } = flag;
      await recordPlatformEvent(tx, ctx, 'flag.created', { type: 'flag', id, label: key }, changesBetween({}, facts));
      await publishChange(tx, { kind: 'flags' });
      return { id };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError('validation_failed', 'Taken.', { fields: { key: 'flag_key_taken' } });
    throw error;
  }
}

/** A value that does not fit its flag's type. */
export function wrongValue(field: string): AppError {
  return new AppError('validation_failed', 'The value does not fit.', { fields: { [field]: 'flag_value' } });
}

export function notSwitchable(): AppError {
  return new AppError('validation_failed', 'Only on/off flags can be switched.', {
    fields: { tenantEditable: 'only_boolean' },
  });
}
