import type { ClientBase } from 'pg';
import { functions } from './functions';

interface Row {
  schema: string;
  name: string;
  owner: string;
  definer: boolean;
  settings: string[] | null;
  callers: string[];
}

/** No function but the listed ones; those that lend their owner's rights pin search_path and are not open to PUBLIC. */
export async function findFunctionFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<Row>(`
    SELECT n.nspname AS schema, p.proname AS name, p.proowner::regrole::text AS owner, p.prosecdef AS definer, p.proconfig AS settings,
           ARRAY (SELECT coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC')
                  FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE g.grantee <> p.proowner ORDER BY 1) AS callers
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'app')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);
  const missing = Object.keys(functions).filter(
    (name) => !rows.some((row) => row.schema === 'app' && row.name === name),
  );
  return [...missing.map((name) => `function app.${name} is missing`), ...rows.flatMap(faultsOf)];
}

function faultsOf({ schema, name, owner, definer, settings, callers }: Row): string[] {
  const facts = schema === 'app' ? functions[name] : undefined;
  const label = `function ${schema}.${name}`;
  if (!facts) return [`${label} is not named in functions.ts`];
  const faults: string[] = [];
  if (owner !== facts.owner) faults.push(`${label} is owned by ${owner}`);
  if (definer && !settings?.some((setting) => setting.startsWith('search_path=pg_catalog')))
    faults.push(`${label} lends rights without a pinned search_path`);
  if (callers.join() !== [...facts.callers].sort().join())
    faults.push(`${label} may be called by ${callers.join(', ')}`);
  return faults;
}
