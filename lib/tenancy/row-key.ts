import type { TenantScope } from './context';

/** The primary key of a tenant's row, for `where` in findUnique, update, upsert and delete. */
export function rowKey(scope: TenantScope, id: string): { tenantId_id: { tenantId: string; id: string } } {
  return { tenantId_id: { tenantId: scope.tenantId, id } };
}
