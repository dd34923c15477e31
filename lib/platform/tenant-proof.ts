/**
 * The proof that the database wants before it lets a connection work for a tenant: HMAC-SHA256 (RFC 2104) of the tenant's id under a
 * key that follows from MASTER_KEY. Whoever can only inject SQL has no key, so a tenant's id alone opens nothing.
 */
import { createHmac } from 'node:crypto';
import type { ClientBase } from 'pg';
import { OWNER_ROLE } from './database-roles';

/** @returns the proof in PostgreSQL's text form of bytea */
export function tenantProof(tenantId: string, masterKey: string): string {
  const id = Buffer.from(tenantId.replaceAll('-', ''), 'hex');
  return `\\x${createHmac('sha256', proofKey(masterKey)).update(id).digest('hex')}`;
}

/**
 * Stores the key as HMAC's two padded forms, so that the function in the database only has to hash. Writes nothing if they are there.
 * @returns whether the key is another one than before
 */
export async function storeProofKey(client: ClientBase, masterKey: string): Promise<boolean> {
  const key = Buffer.concat([proofKey(masterKey)], blockSize);
  const pads = [0x36, 0x5c].map((pad) => key.map((byte) => byte ^ pad));
  await client.query(`set local role ${OWNER_ROLE}`);
  const { rowCount } = await client.query('select from app.proof_key where inner_pad = $1 and outer_pad = $2', pads);
  if (rowCount) return false;
  await client.query('delete from app.proof_key');
  await client.query('insert into app.proof_key (inner_pad, outer_pad) values ($1, $2)', pads);
  return true;
}

/**
 * Takes `set_config` away from everybody but the owner, whose function sets the tenant. Only a superuser may: elsewhere an injected
 * statement could still call it, which the catalog check reports.
 */
export async function closeSetConfig(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ open: boolean; superuser: boolean }>(
    `select has_function_privilege('portico_app', '${setConfig}', 'execute') as open, rolsuper as superuser
     from pg_roles where rolname = current_user`,
  );
  if (!rows[0]?.open || !rows[0].superuser) return;
  await client.query(`grant execute on function ${setConfig} to ${OWNER_ROLE}`);
  await client.query(`revoke execute on function ${setConfig} from public`);
}

/** SHA-256's block, in bytes. */
const blockSize = 64;
const setConfig = 'pg_catalog.set_config(text, text, boolean)';

function proofKey(masterKey: string): Buffer {
  return createHmac('sha256', masterKey).update('portico tenant proof').digest();
}
