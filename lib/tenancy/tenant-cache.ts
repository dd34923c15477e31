import { LRUCache } from 'lru-cache';
import { onChange, type Change } from '@/lib/platform/change-bus';
import type { TenantScope } from './context';

export interface TenantCache<T> {
  /** Loads at most once at a time per tenant and key. */
  get(scope: TenantScope, key?: string): Promise<T>;
  drop(tenantId: string): void;
}

/**
 * A bounded cache that can't be read without a tenant: the tenant id leads every key. Entries live `ttlMs` at most and go as soon
 * as one of `changes` arrives for their tenant.
 */
export function tenantCache<T extends object>(options: {
  max: number;
  ttlMs: number;
  changes: readonly Change['kind'][];
  load: (scope: TenantScope, key: string) => Promise<T>;
}): TenantCache<T> {
  const tenants = new LRUCache<string, Map<string, { at: number; value: Promise<T> }>>({ max: options.max });
  const drop = (tenantId: string): void => void tenants.delete(tenantId);
  onChange((change) => {
    if (!options.changes.includes(change.kind)) return;
    if (change.tenantId) drop(change.tenantId);
    else tenants.clear();
  });

  return {
    drop,
    get(scope, key = '') {
      let entries = tenants.get(scope.tenantId);
      if (!entries) tenants.set(scope.tenantId, (entries = new Map()));
      const held = entries.get(key);
      const now = performance.now();
      if (held && now - held.at < options.ttlMs) return held.value;
      if (entries.size >= maxKeysPerTenant) entries.clear();
      const value = options.load(scope, key);
      const entry = { at: now, value };
      entries.set(key, entry);
      // A failure is not an answer: the next caller tries again.
      value.catch(() => entries.get(key) === entry && entries.delete(key));
      return value;
    },
  };
}

const maxKeysPerTenant = 500;
