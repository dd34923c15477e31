import type { TenantStatus } from './schema';

/** The life of a tenant: provisioning → active ⇄ suspended → archived → erased (product.md). */
const transitions: Record<TenantStatus, readonly TenantStatus[]> = {
  provisioning: ['active'],
  active: ['suspended'],
  suspended: ['active', 'archived'],
  archived: ['erased'],
  erased: [],
};

export function mayBecome(from: TenantStatus, to: TenantStatus): boolean {
  return transitions[from].includes(to);
}

/** Provisioning has its own way to `active`; resuming is for tenants that were suspended. */
export function maySuspend(status: TenantStatus): boolean {
  return mayBecome(status, 'suspended');
}

export function mayResume(status: TenantStatus): boolean {
  return status === 'suspended';
}

/** Which of the chosen tenants a bulk change would touch. */
export function splitByStatus<T extends { status: TenantStatus }>(
  rows: readonly T[],
  may: (status: TenantStatus) => boolean,
): { affected: T[]; left: T[] } {
  return { affected: rows.filter((row) => may(row.status)), left: rows.filter((row) => !may(row.status)) };
}
