import 'server-only';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';

/** The database decides which address is free; its refusal becomes the field's. @throws AppError validation_failed */
export async function refuseTakenSlug<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError('validation_failed', 'Taken.', { fields: { slug: 'page_slug_taken' } });
    throw error;
  }
}
