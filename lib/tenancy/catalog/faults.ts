import type { ClientBase } from 'pg';
import { findAppSchemaFaults } from './app-schema-faults';
import { findFunctionFaults } from './function-faults';
import { findGrantFaults } from './grant-faults';
import { findKeyFaults } from './key-faults';
import { findPolicyFaults } from './policy-faults';
import { findRoleFaults } from './role-faults';
import { findSettingFaults } from './setting-faults';
import { findTableFaults } from './table-faults';

/**
 * Compares the database with lib/tenancy/tables.ts and lists every gap in the wall as a sentence. Empty means: as promised.
 * Run as a login that may read all of pg_catalog; it changes nothing.
 */
export async function findCatalogFaults(client: ClientBase): Promise<string[]> {
  const checks = [
    findTableFaults,
    findAppSchemaFaults,
    findPolicyFaults,
    findKeyFaults,
    findGrantFaults,
    findFunctionFaults,
    findRoleFaults,
    findSettingFaults,
  ];
  const faults: string[] = [];
  for (const check of checks) faults.push(...(await check(client)));
  return faults;
}
