/** Compares the places of a database with `public`: what a migration, a restore or a hand did to one of them shows here. */
import type { ClientBase } from 'pg';
import { placeSchema } from './names';
import { facts, readExpectedFacts, relations, tenantOf, type PlaceFact } from './place-facts';

/**
 * Every difference as a sentence, for all places of the connected database in one query; empty means: as promised. It reads only.
 * @param main the main database, where the client is connected to a tenant's own: `public` is there
 */
export async function findPlaceFaults(client: ClientBase, main: ClientBase = client): Promise<string[]> {
  const expected = await readExpectedFacts(main);
  const missing = main === client ? await findMissingSchemas(client) : await findMissingSchema(client);
  const { rows } = await client.query<Difference>(differences, [JSON.stringify(expected)]);
  return [...missing, ...leaveOutDetails(rows).map(sentence)];
}

interface Difference extends Omit<PlaceFact, 'fact'> {
  place: string;
  expected: string | null;
  actual: string | null;
}

const differences = `
  WITH places AS (SELECT n.oid, n.nspname AS place, n.nspowner, n.nspacl, ${tenantOf('n')} AS tenant
      FROM pg_namespace n WHERE n.nspname ~ '^t_[0-9a-f]{32}$'),
    ${relations(`n.nspname ~ '^t_[0-9a-f]{32}$' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')`)},
    wanted AS (SELECT p.place, e.* FROM places p CROSS JOIN json_to_recordset($1::json) AS e("table" text, kind text, name text, fact text)),
    found AS (
      ${facts}
      UNION ALL SELECT t.place, t.name, 'relation', '', t.relkind::text FROM relations t
      UNION ALL SELECT t.place, t.name, 'owner', '', t.relowner::regrole::text FROM relations t
      UNION ALL SELECT t.place, t.name, 'row-level security', '',
        concat_ws(', ', CASE WHEN t.relrowsecurity THEN 'on' ELSE 'off' END, CASE WHEN t.relforcerowsecurity THEN 'forced' END)
        FROM relations t WHERE t.relkind IN ('r', 'p') AND t.name <> '_prisma_migrations'
      UNION ALL SELECT p.place, '', 'owner', '', p.nspowner::regrole::text FROM places p
      UNION ALL SELECT p.place, '', 'grant', concat_ws(' ', coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC'), g.privilege_type), 'held'
        FROM places p CROSS JOIN LATERAL aclexplode(p.nspacl) g WHERE g.grantee <> p.nspowner
      UNION ALL SELECT p.place, '', 'function', f.oid::regprocedure::text, 'there' FROM places p JOIN pg_proc f ON f.pronamespace = p.oid)
  SELECT place, "table", kind, name, w.fact AS expected, f.fact AS actual
  FROM wanted w FULL JOIN found f USING (place, "table", kind, name)
  WHERE w.fact IS DISTINCT FROM f.fact ORDER BY place, "table", kind, name`;

/** Of a table that is missing, or that nobody expects, that is all there is to say. */
function leaveOutDetails(rows: readonly Difference[]): Difference[] {
  const odd = new Set(rows.filter(({ kind }) => kind === 'relation').map(({ place, table }) => `${place}.${table}`));
  return rows.filter(({ place, table, kind }) => kind === 'relation' || !odd.has(`${place}.${table}`));
}

function sentence({ place, table, kind, name, expected, actual }: Difference): string {
  const where = table ? `${place}.${table}` : place;
  if (kind === 'relation') return relationSentence(where, expected, actual);
  if (kind === 'grant') return `${where} ${actual === null ? 'lacks the grant' : 'grants'} ${name}`;
  const what = name ? `the ${kind} ${name}` : `the ${kind}`;
  if (actual === null) return `${where} lacks ${what}`;
  if (expected === null) return `${where} has ${what}, which public has not: ${actual}`;
  return `${where}: ${what} is ${actual} instead of ${expected}`;
}

function relationSentence(where: string, expected: string | null, actual: string | null): string {
  if (actual === null) return `${where} is missing`;
  return expected === null ? `${where} is not one of a place's tables` : `${where} is no plain table`;
}

/** A place that the fleet names and the database has not. */
async function findMissingSchemas(main: ClientBase): Promise<string[]> {
  const { rows } = await main.query<{ place: string }>(
    `SELECT place FROM (SELECT 't_' || replace(target_tenant_id::text, '-', '') AS place FROM public.placements WHERE kind = 'schema') p
     WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = place) ORDER BY place`,
  );
  return rows.map(({ place }) => `the schema ${place} is missing`);
}

/** A tenant's own database holds the one schema that it is named after. */
async function findMissingSchema(own: ClientBase): Promise<string[]> {
  const { rows } = await own.query<{ place: string; present: boolean }>(
    `SELECT place, EXISTS (SELECT FROM pg_namespace WHERE nspname = place) AS present
     FROM (SELECT right(current_database(), $1) AS place) d`,
    [placeSchema('0'.repeat(32)).length],
  );
  return rows.filter(({ present }) => !present).map(({ place }) => `the schema ${place} is missing`);
}
