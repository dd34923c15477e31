import 'server-only';
import { ZodError } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { logger } from '@/lib/platform/logger';

/** Turns whatever was thrown into the one typed error. What nobody expected is logged with the reference id and told to nobody. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) return invalid(error);
  if (isDatabaseUnavailable(error)) {
    logger.error({ err: error, requestId }, 'database unavailable');
    return new AppError('unavailable', 'The service is briefly unavailable. Nothing was changed.', {
      retryAfterSeconds: 5,
    });
  }
  logger.error({ err: error, requestId }, 'unexpected error');
  return new AppError('internal', 'Something went wrong. Nothing was changed.');
}

/** First message per field, by its path. */
export function invalid(error: ZodError): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return new AppError('validation_failed', 'Some fields need another look.', { fields });
}
