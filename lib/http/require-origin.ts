import 'server-only';
import { AppError } from '@/lib/platform/errors';
import { hostOrigin } from '@/lib/platform/origins';

/**
 * A change must come from a page of the very host it is made on. Next lets a missing Origin through; we don't: absent, `null`,
 * a sibling and another port are all refused.
 * @param host from the stored host record, or the console's host
 */
export function requireOrigin(headers: { get(name: string): string | null }, host: string): void {
  if (headers.get('origin') !== hostOrigin(host))
    throw new AppError('forbidden', 'This request did not come from this site.', { messageKey: 'wrongOrigin' });
}
