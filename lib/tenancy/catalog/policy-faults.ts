import type { ClientBase } from 'pg';
import { tableNames, tables } from '../tables';

interface Row {
  table: string;
  enabled: boolean;
  forced: boolean;
  policies:
    | {
        name: string;
        roles: string[];
        command: string;
        using: string | null;
        check: string | null;
        permissive: boolean;
      }[]
    | null;
}

const ownRows = (column: string): string =>
  `(${column} = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;

/** Row-level security is on, forced for the owner too, and has exactly the policies that tables.ts implies. */
export async function findPolicyFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<Row>(`
    SELECT c.relname AS table, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
           (SELECT json_agg(json_build_object('name', p.policyname, 'roles', p.roles, 'command', p.cmd, 'using', p.qual, 'check', p.with_check,
                                              'permissive', p.permissive = 'PERMISSIVE') ORDER BY p.policyname)
            FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname) AS policies
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`);
  return rows.flatMap((row) => {
    const name = tableNames.find((known) => known === row.table);
    if (!name) return [];
    const { kind } = tables[name];
    if (kind === 'system' || kind === 'reference') return [];
    const expected = JSON.stringify(expectedPolicies(name));
    const faults: string[] = [];
    if (!row.enabled) faults.push(`${name} has no row-level security`);
    if (!row.forced) faults.push(`${name} does not force row-level security on its owner`);
    if (JSON.stringify(row.policies ?? []) !== expected)
      faults.push(`${name} has other policies than expected: ${JSON.stringify(row.policies)}`);
    return faults;
  });
}

function expectedPolicies(table: string): object[] {
  const own = ownRows(table === 'tenants' ? 'id' : 'tenant_id');
  const console = {
    name: 'console_rows',
    roles: ['portico_console'],
    command: 'ALL',
    using: 'true',
    check: 'true',
    permissive: true,
  };
  const tenant = {
    name: 'tenant_rows',
    roles: ['portico_app'],
    command: 'ALL',
    using: own,
    check: own,
    permissive: true,
  };
  // The host look-up runs as the owner, whom FORCE binds as well.
  const directory = {
    name: 'directory_lookup',
    roles: ['portico_owner'],
    command: 'SELECT',
    using: 'true',
    check: null,
    permissive: true,
  };
  // Rolling a provisioning back must take the key of a tenant that never was; app.discard_unfinished_key does nothing else.
  const discard = {
    name: 'discard_unfinished',
    roles: ['portico_owner'],
    command: 'ALL',
    using: 'true',
    check: null,
    permissive: true,
  };
  // What a tenant may change of the directory it changes through functions of the owner, who sees no other tenant's rows to write.
  const changes = {
    name: 'own_changes',
    roles: ['portico_owner'],
    command: 'ALL',
    using: own,
    check: own,
    permissive: true,
  };
  if (table === 'hosts') return [console, directory, changes, tenant];
  if (table === 'tenants') return [console, directory, tenant];
  // A child looks like its parent: app.live_brand reads what the parent shows to the world, and nothing else.
  const inherited = { ...directory, name: 'inherited_brand' };
  if (table === 'published_brands') return [console, inherited, tenant];
  return table === 'tenant_keys' ? [console, discard, tenant] : [console, tenant];
}
