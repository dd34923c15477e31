import 'server-only';
import { publishedOrigins } from '@/lib/features/site-code/published-code';
import { noOrigins, type HostPolicy } from '@/lib/edge/host-policy';
import { siteGate } from '@/lib/features/site/live-site';
import { hostOrigin } from '@/lib/platform/origins';
import { resolveHost } from '@/lib/tenancy/host-directory';

/** What the edge is told of a host, or null for one that is nobody's. @param host normal form without port */
export async function hostPolicy(host: string): Promise<HostPolicy | null> {
  const record = await resolveHost(host);
  if (record === null) return null;
  const redirectTo = !record.isPrimary && record.primaryHost !== record.host ? hostOrigin(record.primaryHost) : null;
  const gate = record.surface === 'site' ? await siteGate(record) : null;
  const origins = record.surface === 'site' && record.status === 'active' ? await publishedOrigins(record) : noOrigins;
  return { surface: record.surface, redirectTo, origins, gate };
}
