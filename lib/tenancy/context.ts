import { AsyncLocalStorage } from 'node:async_hooks';
import { LRUCache } from 'lru-cache';
import { env } from '@/lib/platform/env';
import { isUuid } from '@/lib/platform/ids';
import { tenantProof } from '@/lib/platform/tenant-proof';
import { placeDatabase, placeSchema } from './placements/names';

/** Where a tenant's rows live. */
export type Placement = 'shared' | 'schema' | 'database';

/** The tenant whose rows a statement may touch. Built from the stored host record, a session's tenant or a job's run; never from input. */
export interface TenantScope {
  readonly tenantId: string;
  readonly placement: Placement;
}

/** What a connection is told before each statement: the tenant, and the proof that the database asks for. */
export interface TenantEntry {
  readonly tenantId: string;
  readonly proof: string;
  /** Where the placed tables are, if not in public: a schema, of the main database or of the tenant's own. */
  readonly place: { readonly schema: string; readonly database: string | null } | null;
}

// On globalThis: Next bundles this module more than once, and two storages would be two truths.
const key = Symbol.for('portico.tenantScope');
const registry = globalThis as unknown as Record<symbol, AsyncLocalStorage<TenantEntry> | undefined>;
const storage = (registry[key] ??= new AsyncLocalStorage<TenantEntry>());

/** Made once per tenant, kept under the master key it was made with. */
const entries = new LRUCache<string, { masterKey: string; entry: TenantEntry }>({ max: 10_000 });

/** @throws TenantScopeError where the tenant id is not a UUID. */
export function entryOf({ tenantId, placement }: TenantScope): TenantEntry {
  const { masterKey } = env();
  const name = `${placement} ${tenantId}`;
  const held = entries.get(name);
  if (held?.masterKey === masterKey) return held.entry;
  if (!isUuid(tenantId)) throw new TenantScopeError('a tenant id must be a UUID');
  const entry = { tenantId, proof: tenantProof(tenantId, masterKey), place: placeOf(tenantId, placement) };
  entries.set(name, { masterKey, entry });
  return entry;
}

function placeOf(tenantId: string, placement: Placement): TenantEntry['place'] {
  switch (placement) {
    case 'shared':
      return null;
    case 'schema':
      return { schema: placeSchema(tenantId), database: null };
    case 'database':
      return { schema: placeSchema(tenantId), database: placeDatabase(tenantId) };
    default:
      throw new TenantScopeError(`placement ${String(placement)} is not served by this version`);
  }
}

/** Carries the tenant down to the database adapter. `work` must hand back a promise that is already running. */
export function runInTenant<T>(entry: TenantEntry, work: () => T): T {
  return storage.run(entry, work);
}

/** Throws where no tenant is set: without a tenant there is no query. */
export function currentEntry(): TenantEntry {
  const entry = storage.getStore();
  if (!entry) throw new TenantScopeError('a tenant query was made outside a tenant scope');
  return entry;
}

/** A programming error, never a user's: the query is not sent. */
export class TenantScopeError extends Error {
  override readonly name = 'TenantScopeError';
}
