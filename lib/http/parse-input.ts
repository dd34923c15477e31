import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { findUnstorable } from '@/lib/platform/storable-text';
import { invalid } from './failure';

/**
 * What every action and every route makes of what it was sent. Strict: a field that the schema does not know is dropped by zod or
 * refused by strictObject, never passed on; and no text gets in that the database can't hold. That is asked of what came out of the
 * schema, because some drop such characters themselves.
 * @throws AppError validation_failed
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (!result.success) throw invalid(result.error);
  const path = findUnstorable(result.data);
  if (path === null) return result.data;
  throw new AppError('validation_failed', 'Some fields need another look.', {
    fields: { [path.join('.')]: 'invalid_characters' },
  });
}
