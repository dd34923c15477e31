/**
 * The database's own people. `portico_owner` owns every object and can't sign in; the three others sign in and own
 * nothing. Their passwords follow from MASTER_KEY, so nothing has to be stored or handed round.
 */
import { createHash, createHmac } from 'node:crypto';
import type { ClientBase } from 'pg';
import { sqlState } from './sql-state';

export const OWNER_ROLE = 'portico_owner';
export const LOGIN_ROLES = ['portico_app', 'portico_console', 'portico_worker'] as const;
export type DatabaseRole = (typeof LOGIN_ROLES)[number];

/** A server that can't hold Portico's roles. The message is one sentence for the operator. */
export class DatabaseRolesError extends Error {
  override name = 'DatabaseRolesError';
}

/** Role and password for the same server and database as `databaseUrl`. */
export function roleUrl(databaseUrl: string, role: DatabaseRole, masterKey: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = rolePassword(role, masterKey);
  return url.toString();
}

/**
 * Creates what is missing of the roles and their rights on the connected database; changes nothing when all is in place.
 * Roles belong to the whole server: two installations on one server need the same MASTER_KEY.
 */
export async function ensureRoles(client: ClientBase, masterKey: string): Promise<void> {
  // Roles are shared by all databases of the server, advisory locks are not: a collision is met by trying again.
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(client, () => createRoles(client, masterKey));
    } catch (error) {
      if (attempt === 5 || !isCollision(error)) throw explained(error);
    }
  }
}

function rolePassword(role: DatabaseRole, masterKey: string): string {
  return createHmac('sha256', masterKey).update(`portico database role ${role}`).digest('hex');
}

interface Login {
  name: string;
  superuser: boolean;
  /** server_version_num, such as 180004 */
  version: number;
  database: string;
}

async function createRoles(client: ClientBase, masterKey: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('portico roles'))`);
  const login = await whoAmI(client);
  await createRole(client, OWNER_ROLE, 'nologin');
  for (const role of LOGIN_ROLES) await createRole(client, role, 'login');
  for (const role of LOGIN_ROLES) await setPassword(client, role, rolePassword(role, masterKey));
  await grantMemberships(client, login);
  await grantOnDatabase(client, login.database);
}

async function whoAmI(client: ClientBase): Promise<Login> {
  const { rows } = await client.query<Login>(
    `select current_user as name, rolsuper as superuser, current_database() as database,
            current_setting('server_version_num')::int as version
     from pg_roles where rolname = current_user`,
  );
  const login = rows[0];
  if (!login) throw new DatabaseRolesError('The database does not say who is signed in.');
  if (login.version < 150_000) {
    throw new DatabaseRolesError(
      `DATABASE_URL names a PostgreSQL ${Math.floor(login.version / 10_000)} server; Portico needs 15 or later.`,
    );
  }
  return login;
}

async function createRole(client: ClientBase, role: string, login: 'login' | 'nologin'): Promise<void> {
  const { rows } = await client.query<{ unsafe: boolean }>(
    'select rolsuper or rolbypassrls or rolcreaterole as unsafe from pg_roles where rolname = $1',
    [role],
  );
  if (rows[0]?.unsafe) {
    throw new DatabaseRolesError(`The role ${role} exists with rights that would undo the separation of tenants.`);
  }
  if (!rows[0]) await client.query(`create role ${role} ${login} noinherit nocreatedb nocreaterole nobypassrls`);
}

/** The comment holds a fingerprint of the password, so that a start with nothing to change writes nothing. */
async function setPassword(client: ClientBase, role: DatabaseRole, password: string): Promise<void> {
  const fingerprint = `portico 2 ${createHash('sha256').update(password).digest('hex').slice(0, 16)}`;
  const { rows } = await client.query<{ comment: string | null }>(
    `select shobj_description(oid, 'pg_authid') as comment from pg_roles where rolname = $1`,
    [role],
  );
  if (rows[0]?.comment === fingerprint) return;
  // Hexadecimal by construction: DDL takes no parameters.
  await client.query(`alter role ${role} password '${password}'`);
  // Requests end after 5 s; jobs that may take longer say so themselves with SET LOCAL.
  await client.query(`alter role ${role} set statement_timeout = '${role === 'portico_worker' ? 0 : 5_000}'`);
  await client.query(`comment on role ${role} is '${fingerprint}'`);
}

async function grantMemberships(client: ClientBase, login: Login): Promise<void> {
  const options = login.version >= 160_000 ? 'with set true, inherit false' : '';
  // Migrations hand the job functions over to the worker's role.
  if (!(await maySet(client, OWNER_ROLE, 'portico_worker'))) {
    await client.query(`grant portico_worker to ${OWNER_ROLE} ${options}`);
  }
  if (!login.superuser && !(await maySet(client, login.name, OWNER_ROLE))) {
    await client.query(`grant ${OWNER_ROLE} to current_user ${options}`);
  }
}

async function maySet(client: ClientBase, member: string, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select case when current_setting('server_version_num')::int >= 160000
            then pg_has_role($1::name, $2::name, 'SET') else pg_has_role($1::name, $2::name, 'MEMBER') end as may`,
    [member, role],
  );
  return rows[0]?.may ?? false;
}

async function grantOnDatabase(client: ClientBase, database: string): Promise<void> {
  const { rows } = await client.query<{ done: boolean }>(
    `select has_database_privilege($1, current_database(), 'CREATE') and has_schema_privilege($1, 'public', 'CREATE')
        and not has_database_privilege('portico_worker', current_database(), 'CREATE')
        and not has_database_privilege('portico_worker', current_database(), 'TEMPORARY')
        and not has_schema_privilege('portico_worker', 'public', 'CREATE') as done`,
    [OWNER_ROLE],
  );
  if (rows[0]?.done) return;
  const name = `"${database.replaceAll('"', '""')}"`;
  const logins = LOGIN_ROLES.join(', ');
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`revoke create on database ${name} from ${logins}`);
  await client.query(`grant connect on database ${name} to ${OWNER_ROLE}, ${logins}`);
  await client.query(`grant create on database ${name} to ${OWNER_ROLE}`);
  await client.query('revoke create on schema public from public');
  await client.query(`grant usage, create on schema public to ${OWNER_ROLE}`);
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Two starts creating or changing the same role: unique violation, "already exists", "tuple concurrently updated". */
function isCollision(error: unknown): boolean {
  return ['23505', '42710', 'XX000'].includes(sqlState(error) ?? '');
}

function explained(error: unknown): unknown {
  if (sqlState(error) !== '42501') return error;
  return new DatabaseRolesError(
    'The login in DATABASE_URL may not prepare the database: it needs CREATEROLE and has to own the database.',
    { cause: error },
  );
}
