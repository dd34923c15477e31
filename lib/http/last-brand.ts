import 'server-only';
import { LRUCache } from 'lru-cache';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';

/**
 * The brand that a host was last shown in, for the notice that its page can't be shown: without a database nobody can ask whose it
 * is. It frames that notice and opens nothing. Kept for an hour by the host, which belongs to one tenant.
 */
const shown = new LRUCache<string, LiveBrand>({ max: 2_000, ttl: 60 * 60_000 });

/** @returns what `find` finds; the last brand of this host where the database is away; null where it was never seen */
export async function orLastBrand(
  host: string,
  find: () => Promise<LiveBrand | null>,
): Promise<{ brand: LiveBrand | null; away: boolean }> {
  try {
    const brand = await find();
    if (brand === null) shown.delete(host);
    else shown.set(host, brand);
    return { brand, away: false };
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    return { brand: shown.get(host) ?? null, away: true };
  }
}
