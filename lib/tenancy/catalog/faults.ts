import type { ClientBase } from 'pg';
import { findFunctionFaults } from './function-faults';
import { findGrantFaults } from './grant-faults';
import { findKeyFaults } from './key-faults';
import { findPolicyFaults } from './policy-faults';
import { findRoleFaults } from './role-faults';
import { findTableFaults } from './table-faults';

/**
 * Compares the database with lib/tenancy/tables.ts and lists every gap in the wall as a sentence. Empty means: as promised.
 * Run as a login that may read all of pg_catalog; it changes nothing.
 */
export async function findCatalogFaults(client: ClientBase): Promise<string[]> {
  const checks = [
    findTableFaults,
    findPolicyFaults,
    findKeyFaults,
    findGrantFaults,
    findFunctionFaults,
    findRoleFaults,
  ];
  const faults: string[] = [];
  for (const check of checks) faults.push(...(await check(client)));
  return faults;
}
