import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { roleUrl } from './database-roles';

export const WORKER_SCHEMA = 'graphile_worker';

/**
 * The job queue's tables, by the queue's own migrations, owned by `portico_worker`. They come before ours, whose
 * functions call them.
 */
export async function migrateWorkerSchema(admin: pg.Client, databaseUrl: string, masterKey: string): Promise<void> {
  const { rows } = await admin.query<{ database: string; present: boolean }>(
    `select current_database() as database, exists (
       select from pg_class where relname = 'migrations' and relnamespace = to_regnamespace($1)) as present`,
    [WORKER_SCHEMA],
  );
  const database = admin.escapeIdentifier(rows[0]?.database ?? '');
  // Only while the schema is created: a worker that can create schemas could shadow ours.
  if (!rows[0]?.present) await admin.query(`grant create on database ${database} to portico_worker`);
  try {
    await runMigrations({
      connectionString: roleUrl(databaseUrl, 'portico_worker', masterKey),
      schema: WORKER_SCHEMA,
      maxPoolSize: 1,
      logger: new Logger(() => () => undefined),
    });
  } finally {
    if (!rows[0]?.present) await admin.query(`revoke create on database ${database} from portico_worker`);
  }
}
