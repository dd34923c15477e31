import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { uuidv7 } from '@/lib/platform/ids';
import { migrate } from '@/lib/platform/migrations';
import { migrateFleet } from '@/lib/tenancy/placements/fleet';
import { createPlace } from '@/lib/tenancy/placements/place';
import type { BenchDatabase } from '../database';
import type { Row } from '../report';
import { median, timed } from '../rounds';

/** A column with a default, a check and an index: what a feature usually needs of a table. */
const tenantSql = `
  ALTER TABLE members ADD COLUMN bench_note text NOT NULL DEFAULT '';
  ALTER TABLE members ADD CONSTRAINT bench_note_short CHECK (length(bench_note) < 100);
  CREATE INDEX members_bench_note_idx ON members (tenant_id, bench_note);`;

/** One migration over many tenants' schemas, and the run after it, which finds nothing to do. */
export async function benchMigrateFleet(database: BenchDatabase, quick: boolean): Promise<Row[]> {
  const count = quick ? 100 : 1_000;
  await fillSchemas(database.adminUrl, count);
  const migrationsFolder = await addMigration(database);
  const run = async (): Promise<number> => {
    const start = performance.now();
    const { failed, stoppedAtCanary } = await migrateFleet({ migrationsFolder });
    if (stoppedAtCanary || failed.length > 0) throw new Error(`not migrated: ${failed[0]?.reason}`);
    return (performance.now() - start) / 1_000;
  };
  const all = await run();
  const again: number[] = [];
  for (let i = 0; i < 7; i++) again.push(await run());
  const base = { name: 'migrate-fleet', unit: 's', p99: null, baseline: null, ratio: null };
  return [
    { ...base, variant: `one migration, ${count} schemas`, median: all, reach: '< 30 s', held: all < 30 },
    { ...base, variant: 'nothing to do', median: median(again), reach: '< 3 s', held: median(again) < 3 },
  ];
}

async function fillSchemas(adminUrl: string, count: number): Promise<void> {
  const planId = uuidv7();
  const ids = Array.from({ length: count }, () => uuidv7());
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(
    `INSERT INTO plans (id, key, name, description, position, price_monthly_minor, requests_per_minute, burst, concurrency, updated_at)
     VALUES ($1::uuid, 'fleet-' || $1::uuid, 'Fleet', '', 98, 0, 100, 10, 5, now())`,
    [planId],
  );
  await admin.query(
    `INSERT INTO tenants (id, slug, name, status, placement, plan_id, updated_at)
     SELECT id, 'f' || right(id::text, 12), 'Fleet', 'active', 'schema', $2::uuid, now() FROM unnest($1::uuid[]) id`,
    [ids, planId],
  );
  await admin.end();
  await timed(count, 4, (i) => createPlace({ tenantId: ids[i] ?? '', placement: 'schema' }));
}

/** This code's migrations and one more, which public has and the places lack. */
async function addMigration({ adminUrl: databaseUrl, dataDir }: BenchDatabase): Promise<string> {
  const folder = path.join(dataDir, 'migrations');
  fs.cpSync('prisma/migrations', folder, { recursive: true });
  const added = path.join(folder, '99990101000000_bench');
  fs.mkdirSync(added);
  fs.writeFileSync(path.join(added, 'migration.sql'), '-- Tables of tenants only.');
  fs.writeFileSync(path.join(added, 'tenant.sql'), tenantSql);
  await migrate({ databaseUrl, masterKey: process.env.MASTER_KEY ?? '', migrationsFolder: folder });
  return folder;
}
