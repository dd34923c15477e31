/** Brings every tenant that has a schema or database of its own to the newest migration. */
import type pg from 'pg';
import { OWNER_ROLE } from '@/lib/platform/database-roles';
import { readMigrationFiles } from '@/lib/platform/migration-files';
import { withAdmin } from './admin';
import { readWanted, type PlaceMigrationError, type TenantMigration } from './history';
import { noteFailure, readBehind, type FleetPlace } from './fleet-list';
import { migratePlace } from './migrate-place';

export interface FleetOptions {
  /** Places that are migrated at the same time. */
  parallel?: number;
  log?: (line: string) => void;
  /** Id of the one tenant to migrate. */
  onlyTenant?: string;
  migrationsFolder?: string;
}

export interface FleetFailure {
  tenantId: string;
  slug: string;
  migration: string;
  reason: string;
}

export interface FleetResult {
  /** Had everything before. */
  upToDate: number;
  migrated: number;
  failed: FleetFailure[];
  /** The first place failed, so the others were left as they are. */
  stoppedAtCanary: boolean;
  /** Left as they are: behind and not tried. */
  untouched: number;
}

/** Held by the one run that works; another waits and finds little to do. */
const fleetLock = `hashtext('portico fleet')`;

/**
 * The oldest place that is behind goes first and alone: what fails there would most likely fail everywhere. After it, a tenant whose
 * migration fails keeps its former tables and is served on; its reason is kept in `placements`, and the next run tries again.
 */
export async function migrateFleet(options: FleetOptions = {}): Promise<FleetResult> {
  const { parallel = 4, log = () => undefined } = options;
  return asOwner(async (main) => {
    await main.query(`SET lock_timeout = '10min'`);
    await main.query(`SELECT pg_advisory_lock(${fleetLock})`);
    await main.query(`SET lock_timeout = 0`);
    const wanted = await readWanted(main, readMigrationFiles(options.migrationsFolder));
    const { behind, upToDate, tried } = await readBehind(main, wanted, options.onlyTenant);
    const result: FleetResult = { upToDate, migrated: 0, failed: [], stoppedAtCanary: false, untouched: 0 };
    const one = (client: pg.Client, place: FleetPlace) => bringAlong(client, place, wanted, result, log);

    const [canary, ...others] = behind;
    if (canary && !tried) {
      await one(main, canary);
      if (result.failed.length > 0) return { ...result, stoppedAtCanary: others.length > 0, untouched: others.length };
    }
    await inParallel(tried ? behind : others, parallel, one);
    return result;
  });
}

async function bringAlong(
  client: pg.Client,
  place: FleetPlace,
  wanted: readonly TenantMigration[],
  result: FleetResult,
  log: (line: string) => void,
): Promise<void> {
  const { tenantId, slug } = place;
  const startedAt = Date.now();
  try {
    const applied = await migratePlace(client, place, wanted);
    if (applied.length) result.migrated += 1;
    else result.upToDate += 1;
    log(`${slug}: ${applied.join(', ') || 'nothing to apply'} (${Date.now() - startedAt} ms)`);
  } catch (error) {
    const { migration, message } = error as PlaceMigrationError;
    // With the connection to the main database lost, this fails as well and ends the run.
    if (!(await noteFailure(client, tenantId, message))) return;
    result.failed.push({ tenantId, slug, migration, reason: message });
    log(`${slug}: ${message}`);
  }
}

/** Each takes the next one when it is done with its own; all come to an end before a fault of one of them is told. */
async function inParallel(
  places: readonly FleetPlace[],
  count: number,
  work: (client: pg.Client, place: FleetPlace) => Promise<void>,
): Promise<void> {
  const queue = places.values();
  const runs = Array.from({ length: Math.min(count, places.length) }, () =>
    asOwner(async (client) => {
      for (const place of queue) await work(client, place);
    }),
  );
  const failed = (await Promise.allSettled(runs)).find((run) => run.status === 'rejected');
  if (failed) throw failed.reason;
}

function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withAdmin(async (client) => {
    await client.query(`SET ROLE ${OWNER_ROLE}`);
    return work(client);
  });
}
