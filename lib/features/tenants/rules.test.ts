import { describe, expect, it } from 'vitest';
import { mayBecome, mayResume, maySuspend, splitByStatus } from './rules';
import { tenantStatuses } from './schema';

describe('the life of a tenant', () => {
  it('goes only the ways of the product', () => {
    const ways = tenantStatuses.flatMap((from) =>
      tenantStatuses.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(ways).toEqual([
      'provisioning → active',
      'active → suspended',
      'suspended → active',
      'suspended → archived',
      'archived → erased',
    ]);
  });

  it('suspends active tenants alone', () => {
    expect(tenantStatuses.filter(maySuspend)).toEqual(['active']);
  });

  it('resumes suspended tenants alone, never one that is still being provisioned', () => {
    expect(tenantStatuses.filter(mayResume)).toEqual(['suspended']);
  });

  it('says which of the chosen a bulk change touches and which stay as they are', () => {
    const rows = [
      { id: 1, status: 'active' },
      { id: 2, status: 'suspended' },
    ] as const;
    expect(splitByStatus(rows, maySuspend)).toEqual({ affected: [rows[0]], left: [rows[1]] });
  });
});
