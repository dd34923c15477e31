import 'server-only';
import { normaliseHost } from '@/lib/edge/host';
import { resolveHost, type HostRecord } from '@/lib/tenancy/host-directory';

/**
 * The stored record behind the host in a rewritten path. The path is only a claim: a name that is not in its one normal form, is
 * nobody's, or belongs to another surface is null.
 */
export async function openHost(claimed: string, surface: HostRecord['surface']): Promise<HostRecord | null> {
  const normal = normaliseHost(claimed);
  if (!normal.ok || normal.host !== claimed) return null;
  const record = await resolveHost(claimed);
  return record?.surface === surface ? record : null;
}
