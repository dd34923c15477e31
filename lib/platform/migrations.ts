/**
 * Brings a database to the schema of this code. Keeps Prisma's own books (`_prisma_migrations`), but runs each migration
 * in one transaction and as `portico_owner`, so that a kill in the middle leaves nothing half done and nothing badly owned.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connectOrCreate, isMissingDatabase } from './database-connection';
import { ensureRoles, OWNER_ROLE } from './database-roles';
import type { MigrationFile } from './migration-files';
import { readMigrationFiles } from './migration-files';
import { closeSetConfig, storeProofKey } from './tenant-proof';
import { migrateWorkerSchema } from './worker-schema';

/** The database and the code don't belong together. The message is one sentence for the operator. */
export class MigrationRefusedError extends Error {
  override name = 'MigrationRefusedError';
}

/** Held while migrations run, and shared by what must not run meanwhile. */
export const migrationsLock = `hashtext('portico migrations')`;

export interface MigrateOptions {
  /** A direct connection, not a transaction pooler: the run holds a session lock. */
  databaseUrl: string;
  masterKey: string;
  migrationsFolder?: string;
  log?: (line: string) => void;
}

export interface MigrationStatus {
  /** In the database, oldest first. */
  applied: string[];
  /** In the code only. */
  pending: string[];
  /** In the database only: it was made by a newer version. */
  unknown: string[];
  /** Applied with another content than the code has now. */
  changed: string[];
  /** The newest migration applied. */
  version: string | undefined;
}

export interface Migrated {
  applied: string[];
  version: string | undefined;
  /** MASTER_KEY is another one than the database knew, or the database is new. */
  keyChanged: boolean;
}

/** Creates the database if it is missing. Waits for another run; what that one did is not done again. */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const { databaseUrl, masterKey, log = () => undefined } = options;
  const files = readMigrationFiles(options.migrationsFolder);
  const client = await connectOrCreate(databaseUrl);
  try {
    await client.query(`set lock_timeout = '5min'`);
    await client.query(`select pg_advisory_lock(${migrationsLock})`);
    const before = await readStatus(client, files);
    refuseForeignHistory(before);
    await ensureRoles(client, masterKey);
    await migrateWorkerSchema(client, databaseUrl, masterKey);
    await createBooks(client);
    for (const file of files) {
      if (before.pending.includes(file.name)) await applyMigration(client, file, log);
    }
    await closeSetConfig(client);
    const keyChanged = await inTransaction(client, () => storeProofKey(client, masterKey));
    return { applied: before.pending, version: files.at(-1)?.name, keyChanged };
  } finally {
    await client.end();
  }
}

/** Reads only. A database that does not exist yet has everything pending. */
export async function migrationStatus(databaseUrl: string, migrationsFolder?: string): Promise<MigrationStatus> {
  const files = readMigrationFiles(migrationsFolder);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return await readStatus(client, files);
  } catch (error) {
    if (!isMissingDatabase(error)) throw error;
    return compare([], files);
  } finally {
    await client.end();
  }
}

interface Recorded {
  name: string;
  checksum: string;
}

async function readStatus(client: pg.Client, files: MigrationFile[]): Promise<MigrationStatus> {
  const { rows } = await client.query<{ present: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as present`,
  );
  if (!rows[0]?.present) return compare([], files);
  const recorded = await client.query<Recorded>(
    `select migration_name as name, checksum from public._prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return compare(recorded.rows, files);
}

function compare(recorded: Recorded[], files: MigrationFile[]): MigrationStatus {
  const known = new Map(files.map((file) => [file.name, file.checksum]));
  const applied = recorded.map(({ name }) => name);
  return {
    applied,
    pending: files.map(({ name }) => name).filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.has(name)),
    changed: recorded
      .filter(({ name, checksum }) => known.has(name) && known.get(name) !== checksum)
      .map((r) => r.name),
    version: applied.at(-1),
  };
}

function refuseForeignHistory({ unknown, changed }: MigrationStatus): void {
  if (unknown.length) {
    throw new MigrationRefusedError(
      `The database has the migration ${unknown.at(-1)}, which this version of Portico does not know: it was used by a newer version.`,
    );
  }
  if (changed.length) {
    throw new MigrationRefusedError(
      `The migration ${changed[0]} was applied to the database with another content than this version of Portico has.`,
    );
  }
}

async function createBooks(client: pg.Client): Promise<void> {
  await asOwner(client, async () => {
    await client.query(`create table if not exists public._prisma_migrations (
      id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
      migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
      started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
    // Readiness compares the database's version with the code's; the login reads its own books before it is the owner.
    await client.query('grant select on public._prisma_migrations to portico_console, session_user');
  });
}

async function applyMigration(client: pg.Client, file: MigrationFile, log: (line: string) => void): Promise<void> {
  const startedAt = Date.now();
  try {
    await asOwner(client, async () => {
      await client.query(file.sql);
      if (file.tenantSql) await client.query(`set local search_path = public; ${file.tenantSql}`);
      await client.query(
        `insert into public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         values ($1, $2, $3, clock_timestamp(), 1)`,
        [randomUUID(), file.checksum, file.name],
      );
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${file.name} failed and was undone: ${reason}`, { cause: error });
  }
  log(`migration ${file.name} (${Date.now() - startedAt} ms)`);
}

function asOwner(client: pg.Client, work: () => Promise<void>): Promise<void> {
  return inTransaction(client, async () => {
    await client.query(`set local role ${OWNER_ROLE}`);
    await client.query('set local search_path = public');
    await work();
  });
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
