import type pg from 'pg';
import { OWNER_ROLE } from '@/lib/platform/database-roles';
import { sqlState } from '@/lib/platform/sql-state';
import { inTransaction, withAdmin } from './admin';
import { newestOf, noteApplied } from './books';
import { PlaceMigrationError, readPending, type TenantMigration } from './history';
import { placeSchema } from './names';

export interface Place {
  tenantId: string;
  kind: 'schema' | 'database';
}

/** A tenant's requests wait behind a migration that waits for its tables: it gives up rather than hold them up for long. */
const LOCK_SECONDS = 3;

/**
 * Applies what the place lacks, each migration in one transaction with its line in the place's book, and tells the fleet's list. A kill
 * at any point leaves whole migrations only: a list that lags behind a tenant's own database is put right by the next run.
 * @param main a connection to the main database, as the owner
 * @returns the names of what was applied
 * @throws PlaceMigrationError with a sentence for the operator; what failed was undone
 */
export async function migratePlace(
  main: pg.Client,
  place: Place,
  wanted: readonly TenantMigration[],
): Promise<string[]> {
  try {
    if (place.kind === 'schema') return await applyPending(main, main, place, wanted);
    return await withAdmin((own) => applyPending(own, main, place, wanted), place.tenantId);
  } catch (error) {
    throw withoutStep(error, newestOf(wanted));
  }
}

async function applyPending(
  client: pg.Client,
  main: pg.Client,
  place: Place,
  wanted: readonly TenantMigration[],
): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const { next, left } = await applyNext(client, main, place, wanted);
    if (client !== main) await noteVersion(main, place, next, wanted);
    if (next) applied.push(next.name);
    if (left === 0) return applied;
  }
}

interface Step {
  /** What was applied; undefined where nothing was to be done. */
  next: TenantMigration | undefined;
  /** How many are still to come. */
  left: number;
}

async function applyNext(
  client: pg.Client,
  main: pg.Client,
  place: Place,
  wanted: readonly TenantMigration[],
): Promise<Step> {
  let step: Step = { next: undefined, left: 0 };
  try {
    await inTransaction(client, async () => {
      const [next, ...later] = await openPlace(client, place, wanted);
      step = { next, left: later.length };
      if (next) {
        await client.query(next.tenantSql);
        await noteApplied(client, next);
      }
      if (client === main) await noteVersion(main, place, next, wanted);
    });
    return step;
  } catch (error) {
    throw step.next ? duringStep(error, step.next.name) : error;
  }
}

/** From here on nobody else migrates this place; the book is read under that lock. */
async function openPlace(
  client: pg.Client,
  { tenantId }: Place,
  wanted: readonly TenantMigration[],
): Promise<TenantMigration[]> {
  const schema = placeSchema(tenantId);
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('portico place'), hashtext('${schema}'));
    SET LOCAL ROLE ${OWNER_ROLE}; SET LOCAL search_path = ${schema}; SET LOCAL lock_timeout = '${LOCK_SECONDS}s'`);
  return readPending(client, schema, wanted);
}

/** The version comes from the book alone. The time of the attempt stays where there was nothing to attempt. */
async function noteVersion(
  main: pg.Client,
  { tenantId }: Place,
  next: TenantMigration | undefined,
  wanted: readonly TenantMigration[],
): Promise<void> {
  await main.query(
    `UPDATE public.placements SET version = $2, failure = NULL,
       attempted_at = CASE WHEN $3 THEN clock_timestamp() ELSE attempted_at END WHERE target_tenant_id = $1`,
    [tenantId, next?.name ?? newestOf(wanted), next !== undefined],
  );
}

function duringStep(error: unknown, migration: string): PlaceMigrationError {
  // 55P03: lock_timeout.
  const inUse = sqlState(error) === '55P03';
  const reason = inUse ? `its tables were in use for longer than ${LOCK_SECONDS} seconds` : messageOf(error);
  return new PlaceMigrationError(migration, `The migration ${migration} failed and was undone: ${reason}.`, {
    cause: error,
  });
}

const reasons: Partial<Record<string, string>> = {
  '3D000': 'Its database is missing.',
  '42P01': 'Its tables are missing.',
};

/** It failed before the first migration began. */
function withoutStep(error: unknown, migration: string): PlaceMigrationError {
  if (error instanceof PlaceMigrationError) return error;
  const message = reasons[String(sqlState(error))] ?? `Its tables could not be reached: ${messageOf(error)}.`;
  return new PlaceMigrationError(migration, message, { cause: error });
}

function messageOf(error: unknown): string {
  return (error as Error).message;
}
