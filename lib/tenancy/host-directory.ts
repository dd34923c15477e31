import 'server-only';
import { LRUCache } from 'lru-cache';
import pg from 'pg';
import { noticeChange, onChange } from '@/lib/platform/change-bus';
import { env } from '@/lib/platform/env';
import type { Placement, TenantScope } from './context';
import { databaseConfig } from './database-config';

/** One host and the tenant behind it, as stored. Links, origins and redirects are made from this, never from a request header. */
export interface HostRecord extends TenantScope {
  readonly host: string;
  readonly surface: 'portal' | 'site';
  readonly isPrimary: boolean;
  readonly primaryHost: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly planId: string;
}

/** With the half second of the edge and what a warm page adds (lib/http/warm-sites.ts), a suspension is seen within 5 s even if its
 * notification is lost. */
const ttlMs = 3_000;

/** @param host normal form without port (lib/edge/host). Resolves to null for a host that nobody has. */
export async function resolveHost(host: string): Promise<HostRecord | null> {
  const held = known.get(host) ?? unknown.get(host);
  if (held) return held.record;
  const running = loading.get(host);
  if (running) return running;
  const load = loadHost(host).finally(() => loading.get(host) === load && loading.delete(host));
  loading.set(host, load);
  return load;
}

/** New certificates a tenant may have in a week. Let's Encrypt gives 50 to a registered domain, and 300 orders in 3 hours to an account. */
export const WEEKLY_CERTIFICATES = 50;

/** Whether the TLS terminator may get a certificate for this host; each grant goes into a ledger. @param host normal form without port */
export async function grantCertificate(host: string): Promise<CertificateAnswer> {
  // Made-up names end here, in memory, however fast they come.
  const record = await resolveHost(host);
  if (record?.status !== 'active') return 'unknown';
  const { rows } = await pool().query<{ answer: CertificateAnswer }>('SELECT app.grant_certificate($1, $2) AS answer', [
    host,
    WEEKLY_CERTIFICATES,
  ]);
  // A function answers with one row.
  return (rows as [{ answer: CertificateAnswer }])[0].answer;
}

type CertificateAnswer = 'granted' | 'unknown' | 'over_budget';

/** Host names carry 253 octets at most, records about 500 bytes: 100,000 of them stay under 64 MB. */
const known = new LRUCache<string, { record: HostRecord }>({ max: 100_000, ttl: ttlMs, noDeleteOnStaleGet: true });
/** Kept apart and small, so that a flood of made-up names can't push real ones out. */
const unknown = new LRUCache<string, { record: null }>({ max: 10_000, ttl: 2_000 });
const loading = new Map<string, Promise<HostRecord | null>>();
/** How many changes were heard of. */
let changes = 0;

onChange((change) => {
  if (change.kind !== 'host' && change.kind !== 'tenant') return;
  changes++;
  loading.clear();
  unknown.clear();
  if (change.key) known.delete(change.key);
  else if (change.tenantId) dropTenant(change.tenantId);
  else known.clear();
});

function dropTenant(tenantId: string): void {
  for (const [host, { record }] of known.entries()) if (record.tenantId === tenantId) known.delete(host);
}

async function loadHost(host: string): Promise<HostRecord | null> {
  const heardBefore = changes;
  const { rows } = await pool().query<DirectoryRow>({
    name: env().pooled ? undefined : 'portico_resolve_host',
    text: 'SELECT * FROM app.resolve_host($1)',
    values: [host],
  });
  const row = rows[0];
  const record = row ? toRecord(host, row) : null;
  // An answer that was under way when a change came may be from before it: it serves its caller, and nobody after.
  if (heardBefore === changes) keep(host, record);
  return record;
}

function keep(host: string, record: HostRecord | null): void {
  // What differs without anybody having told so was lost on the way: the tenant's other entries may be as old.
  const former = known.peek(host, { allowStale: true })?.record;
  if (former && JSON.stringify(former) !== JSON.stringify(record))
    noticeChange({ kind: 'tenant', tenantId: former.tenantId });
  if (record) known.set(host, { record });
  else unknown.set(host, { record });
}

interface DirectoryRow {
  tenant_id: string;
  slug: string;
  name: string;
  status: 'active' | 'suspended';
  placement: Placement;
  plan_id: string;
  surface: 'portal' | 'site';
  is_primary: boolean;
  primary_host: string | null;
}

function toRecord(host: string, row: DirectoryRow): HostRecord {
  return {
    host,
    tenantId: row.tenant_id,
    placement: row.placement,
    surface: row.surface,
    isPrimary: row.is_primary,
    primaryHost: row.primary_host ?? host,
    slug: row.slug,
    name: row.name,
    status: row.status,
    planId: row.plan_id,
  };
}

/** Closes the pool; for tests and shutdown. */
export async function closeHostDirectory(): Promise<void> {
  const open = registry.porticoDirectory;
  registry.porticoDirectory = undefined;
  known.clear();
  unknown.clear();
  await open?.end();
}

const registry = globalThis as unknown as { porticoDirectory?: pg.Pool | undefined };

/** A pool of its own: no tenant is known yet, so the tenant pool would refuse. */
function pool(): pg.Pool {
  if (!registry.porticoDirectory) {
    registry.porticoDirectory = new pg.Pool(databaseConfig('portico_app', 4));
    registry.porticoDirectory.on('error', () => {});
  }
  return registry.porticoDirectory;
}
