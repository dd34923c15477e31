import type { ClientBase } from 'pg';
import { randomUUID } from 'node:crypto';
import type { MigrationFile } from '@/lib/platform/migration-files';

/** Prisma's books, kept in each place about its own tables; the checksum is the one of `tenant.sql`. Wants the place's search path. */
export async function createBooks(client: ClientBase): Promise<void> {
  await client.query(`CREATE TABLE _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
}

export async function noteApplied(client: ClientBase, { name, tenantChecksum }: MigrationFile): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), tenantChecksum, name],
  );
}

/** The version that a place should have: its newest migration that has a part for tenants' tables. */
export function newestOf(files: readonly MigrationFile[]): string {
  return files.findLast(({ tenantSql }) => tenantSql !== undefined)?.name ?? '';
}
