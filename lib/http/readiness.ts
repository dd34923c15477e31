import 'server-only';
import { readMigrationFiles } from '@/lib/platform/migration-files';
import { consoleDb } from '@/lib/tenancy/console-client';

export type CheckResult = 'ok' | 'unreachable' | 'pending' | 'newer';
export interface Readiness {
  ready: boolean;
  checks: { database: CheckResult; migrations: CheckResult };
}

/** Whether this process can serve: the database answers within a second and has exactly the schema of this code. */
export async function readiness(): Promise<Readiness> {
  const migrations = await Promise.race([checkMigrations(), unreachableAfter(1_000)]);
  const database = migrations === 'unreachable' ? 'unreachable' : 'ok';
  return { ready: migrations === 'ok', checks: { database, migrations } };
}

async function checkMigrations(): Promise<CheckResult> {
  try {
    const rows = await consoleDb().$queryRaw<{ name: string; checksum: string }[]>`
      SELECT migration_name AS name, checksum FROM "public"."_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    return compare(rows);
  } catch {
    return 'unreachable';
  }
}

function compare(applied: readonly { name: string; checksum: string }[]): CheckResult {
  const wanted = (files ??= new Map(readMigrationFiles().map(({ name, checksum }) => [name, checksum])));
  if (applied.some(({ name, checksum }) => wanted.get(name) !== checksum)) return 'newer';
  return applied.length === wanted.size ? 'ok' : 'pending';
}

let files: ReadonlyMap<string, string> | undefined;

function unreachableAfter(ms: number): Promise<CheckResult> {
  return new Promise((resolve) => setTimeout(() => resolve('unreachable'), ms).unref());
}
