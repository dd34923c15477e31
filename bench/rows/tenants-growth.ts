import pg from 'pg';
import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { listTenants } from '@/lib/features/tenants/list-tenants';
import { tenantListQuerySchema } from '@/lib/features/tenants/schema';
import { resetEnv } from '@/lib/platform/env';
import { migrate } from '@/lib/platform/migrations';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { databaseConfig } from '@/lib/tenancy/database-config';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { fillTenants, type BenchDatabase } from '../database';
import type { Row } from '../report';
import { interleave, timed, type Comparison } from '../rounds';

interface Installation {
  url: string;
  tenants: string[];
}

const ctx: ConsoleContext<SystemActor> = { actor: { type: 'system', name: 'Bench' }, request: systemRequest() };
const hostOf = (tenantId: string): string => `${tenantId}.bench.test`;

/** The same work in installations that differ only in how many tenants they have: each size in turn with the smallest. */
export async function benchTenantsGrowth(database: BenchDatabase, quick: boolean): Promise<Row[]> {
  const [fewest, ...sizes] = quick ? [10, 100, 1_000] : [10, 100, 1_000, 10_000];
  const rounds = quick ? 7 : 11;
  const base = await install(database.adminUrl, fewest ?? 10);
  const rows: Row[] = [];
  for (const size of sizes) {
    const large = await install(database.adminUrl, size);
    for (const work of works) {
      const comparison = await interleave(
        () => round(work, large),
        () => round(work, base),
        rounds,
      );
      rows.push(row(work, size, comparison));
    }
  }
  await pointAt(database.adminUrl);
  return rows;
}

interface Work {
  label: string;
  count: number;
  /** Most this many times what it is at ten tenants, by the median. */
  ratio: number | null;
  /** Most this many milliseconds, at the 99th percentile. */
  p99: number | null;
  open: (installation: Installation) => { run: (i: number) => Promise<unknown>; close?: () => Promise<void> };
}

const works: readonly Work[] = [
  { label: 'scoped read', count: 400, ratio: 1.05, p99: null, open: readMembers },
  { label: 'host, cold', count: 400, ratio: null, p99: 5, open: resolveColdHost },
  { label: "console's list of tenants", count: 60, ratio: null, p99: 100, open: listFirstPage },
];

function readMembers({ tenants }: Installation): ReturnType<Work['open']> {
  return {
    run: (i) =>
      tenantDb({ tenantId: pick(tenants, i), placement: 'shared' }).member.findMany({
        where: { status: 'active' },
        take: 20,
        orderBy: { id: 'asc' },
      }),
  };
}

/** What the host directory asks when it does not know a host, past its cache. */
function resolveColdHost({ tenants }: Installation): ReturnType<Work['open']> {
  const pool = new pg.Pool(databaseConfig('portico_app', 1));
  const text = 'SELECT * FROM app.resolve_host($1)';
  return {
    run: (i) => pool.query({ name: 'bench_resolve_host', text, values: [hostOf(pick(tenants, i))] }),
    close: () => pool.end(),
  };
}

function listFirstPage(): ReturnType<Work['open']> {
  const query = tenantListQuerySchema.parse({});
  return { run: () => listTenants(ctx, query) };
}

function pick(tenants: readonly string[], i: number): string {
  return tenants[(i * 31) % tenants.length] ?? '';
}

/** Connections are opened and statements prepared before the clock runs. */
async function round({ count, open }: Work, installation: Installation): Promise<number[]> {
  await pointAt(installation.url);
  const { run, close } = open(installation);
  await timed(Math.ceil(count / 5), 1, run);
  const durations = await timed(count, 1, run);
  await close?.();
  return durations;
}

async function pointAt(url: string): Promise<void> {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  process.env.DATABASE_URL = url;
  resetEnv();
}

async function install(serverUrl: string, size: number): Promise<Installation> {
  const target = new URL(serverUrl);
  target.pathname = `/growth_${size}`;
  const url = target.toString();
  await migrate({ databaseUrl: url, masterKey: process.env.MASTER_KEY ?? '' });
  const tenants = await fillTenants(url, size, 50);
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(
    `INSERT INTO hosts (id, tenant_id, host, surface, status, is_primary)
     SELECT gen_random_uuid(), id, id || '.bench.test', 'portal', 'active', true FROM unnest($1::uuid[]) id`,
    [tenants],
  );
  await admin.query('VACUUM ANALYZE');
  await admin.query('CHECKPOINT');
  await admin.end();
  return { url, tenants };
}

function row(work: Work, size: number, { ours, base, ratio, p99 }: Comparison): Row {
  const reach = work.ratio === null ? `p99 < ${work.p99} ms` : `≤ ${work.ratio}`;
  return {
    name: 'tenants-growth',
    variant: `${work.label}, ${size} tenants`,
    unit: 'ms',
    median: ours,
    p99,
    baseline: base,
    ratio,
    reach,
    held: work.ratio === null ? p99 < (work.p99 ?? 0) : ratio <= work.ratio,
  };
}
