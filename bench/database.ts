import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { resetEnv } from '@/lib/platform/env';
import { uuidv7 } from '@/lib/platform/ids';
import { migrate } from '@/lib/platform/migrations';
import { startEmbeddedPostgres } from '@/scripts/embedded-postgres.mjs';

export interface BenchDatabase {
  adminUrl: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** A server of the bench's own, migrated and empty; the process is pointed at it. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'portico-bench-'));
  const server = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    settings: { shared_buffers: '512MB' },
  });
  process.env.DATABASE_URL = server.url;
  process.env.MASTER_KEY = 'master key of the bench, 32 characters and more';
  process.env.AUTH_SECRET = 'auth secret of the bench, 32 characters and more';
  process.env.PORTICO_DATA_DIR = dataDir;
  resetEnv();
  await migrate({ databaseUrl: server.url, masterKey: process.env.MASTER_KEY });
  return {
    adminUrl: server.url,
    dataDir,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** @returns ids of the tenants */
export async function fillTenants(adminUrl: string, tenants: number, membersEach: number): Promise<string[]> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const planId = uuidv7();
  await admin.query(
    `INSERT INTO plans (id, key, name, description, position, price_monthly_minor, requests_per_minute, burst, concurrency, updated_at)
     VALUES ($1::uuid, 'bench-' || $1::uuid, 'Bench', '', 99, 0, 100, 10, 5, now())`,
    [planId],
  );
  const ids = Array.from({ length: tenants }, () => uuidv7());
  await admin.query(
    `INSERT INTO tenants (id, slug, name, status, plan_id, updated_at) SELECT id, 'b' || right(id::text, 12), 'Bench', 'active', $2::uuid, now() FROM unnest($1::uuid[]) id`,
    [ids, planId],
  );
  await admin.query(
    `INSERT INTO members (tenant_id, id, email, name, role, updated_at)
     SELECT t, gen_random_uuid(), 'm' || n || '@bench.test', 'Member ' || n, 'user', now() FROM unnest($1::uuid[]) t, generate_series(1, $2::int) n`,
    [ids, membersEach],
  );
  await admin.query('VACUUM ANALYZE');
  await admin.end();
  return ids;
}
