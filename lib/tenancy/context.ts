import { AsyncLocalStorage } from 'node:async_hooks';
import { isUuid } from '@/lib/platform/ids';

/** Where a tenant's rows live. */
export type Placement = 'shared' | 'schema' | 'database';

/** The tenant whose rows a statement may touch. Built from the stored host record, a session's tenant or a job's run; never from input. */
export interface TenantScope {
  readonly tenantId: string;
  readonly placement: Placement;
}

// On globalThis: Next bundles this module more than once, and two storages would be two truths.
const key = Symbol.for('portico.tenantScope');
const registry = globalThis as unknown as Record<symbol, AsyncLocalStorage<TenantScope> | undefined>;
const storage = (registry[key] ??= new AsyncLocalStorage<TenantScope>());

/** Carries the scope down to the database adapter. `work` must hand back a promise that is already running. */
export function runInScope<T>(scope: TenantScope, work: () => Promise<T>): Promise<T> {
  if (!isUuid(scope.tenantId)) throw new TenantScopeError('a tenant id must be a UUID');
  return storage.run(scope, work);
}

/** Throws where no tenant is set: without a tenant there is no query. */
export function currentScope(): TenantScope {
  const scope = storage.getStore();
  if (!scope) throw new TenantScopeError('a tenant query was made outside a tenant scope');
  return scope;
}

/** A programming error, never a user's: the query is not sent. */
export class TenantScopeError extends Error {
  override readonly name = 'TenantScopeError';
}
