import type { ClientBase } from 'pg';
import type { MigrationFile } from '@/lib/platform/migration-files';
import { MigrationRefusedError } from '@/lib/platform/migrations';

/** A migration of tenants' tables. */
export type TenantMigration = MigrationFile & { tenantSql: string };

interface Recorded {
  name: string;
  checksum: string;
}

/**
 * What a place should have: the parts for tenants' tables of the migrations that `public` has. More would put a place ahead of the
 * tables that new places are made from.
 * @throws MigrationRefusedError where the main database was used by a newer version
 */
export async function readWanted(main: ClientBase, files: readonly MigrationFile[]): Promise<TenantMigration[]> {
  const { rows } = await main.query<{ name: string }>(
    `SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map(({ name }) => name));
  const unknown = rows.find(({ name }) => !files.some((file) => file.name === name));
  if (unknown)
    throw new MigrationRefusedError(
      `The database has the migration ${unknown.name}, which this version of Portico does not know: it was used by a newer version.`,
    );
  return files.filter((file): file is TenantMigration => file.tenantSql !== undefined && applied.has(file.name));
}

/** A place whose tables can't be brought along. */
export class PlaceMigrationError extends Error {
  override readonly name = 'PlaceMigrationError';

  constructor(
    readonly migration: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Reads the place's own book, which is the truth about its tables. @throws PlaceMigrationError where it tells of another history */
export async function readPending(
  place: ClientBase,
  schema: string,
  wanted: readonly TenantMigration[],
): Promise<TenantMigration[]> {
  const { rows } = await place.query<Recorded>(
    `SELECT migration_name AS name, checksum FROM ${schema}._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  for (const { name, checksum } of rows) {
    const file = wanted.find((known) => known.name === name);
    if (!file)
      throw new PlaceMigrationError(
        name,
        `It has the migration ${name}, which this version of Portico does not know: it was used by a newer version.`,
      );
    if (file.tenantChecksum !== checksum)
      throw new PlaceMigrationError(
        name,
        `The migration ${name} was applied to it with another content than this version of Portico has.`,
      );
  }
  return wanted.filter((file) => !rows.some(({ name }) => name === file.name));
}
