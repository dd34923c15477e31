import type { ClientBase } from 'pg';

const sentence = 'set_config may be called by portico_app';

/** Migrations take set_config away where the login is a superuser; that the app's role has it there is a gap. */
export async function findSettingFaults(client: ClientBase): Promise<string[]> {
  const { open, superuser } = await readSetting(client);
  return open && superuser ? [sentence] : [];
}

/** Elsewhere nobody can take it away: something to know, and nothing that could be mended. */
export async function findSettingNotes(client: ClientBase): Promise<string[]> {
  const { open, superuser } = await readSetting(client);
  if (!open || superuser) return [];
  return [`${sentence}: this server lets only a superuser take it away, so the proof guards the tenant's entry alone`];
}

async function readSetting(client: ClientBase): Promise<{ open: boolean; superuser: boolean }> {
  const { rows } = await client.query<{ open: boolean; superuser: boolean }>(
    `SELECT has_function_privilege('portico_app', 'pg_catalog.set_config(text, text, boolean)', 'execute') AS open,
            rolsuper AS superuser FROM pg_roles WHERE rolname = session_user`,
  );
  return rows[0] as { open: boolean; superuser: boolean };
}
