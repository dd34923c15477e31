import v8 from 'node:v8';
import vm from 'node:vm';
import pg from 'pg';
import { uuidv7 } from '@/lib/platform/ids';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { fillTenants, type BenchDatabase } from '../database';
import type { Row } from '../report';
import { median, quantile } from '../rounds';

/** 100,000 hosts, all warm: time per look-up, and what the cache holds in memory. */
export async function benchHostResolve(database: BenchDatabase, quick: boolean): Promise<Row[]> {
  const count = quick ? 10_000 : 100_000;
  const hosts = await fillHosts(database, count);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  for (let from = 0; from < hosts.length; from += 500)
    await Promise.all(hosts.slice(from, from + 500).map((host) => resolveHost(host)));
  const coldMs = (performance.now() - started) / hosts.length;
  collectGarbage();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;

  // Entries live five seconds, so a slice is warmed again and measured at once.
  const durations: number[] = [];
  for (let round = 0; round < 20; round++) {
    const slice = Array.from({ length: 2_000 }, (_, i) => hosts[(round * 4_999 + i * 7) % hosts.length] ?? '');
    await Promise.all(slice.map((host) => resolveHost(host)));
    for (const host of slice) {
      const start = performance.now();
      await resolveHost(host);
      durations.push(performance.now() - start);
    }
  }
  const p99 = quantile(durations, 0.99);
  const base = { name: 'host-resolve', baseline: null, ratio: null };
  return [
    {
      ...base,
      variant: `warm, ${count} hosts`,
      unit: 'ms',
      median: median(durations),
      p99,
      reach: 'p99 < 1 ms',
      held: p99 < 1,
    },
    { ...base, variant: 'cold, per host', unit: 'ms', median: coldMs, p99: null, reach: '', held: null },
    {
      ...base,
      variant: 'cache memory',
      unit: 'MB',
      median: megabytes,
      p99: null,
      reach: '< 64 MB',
      held: megabytes < 64,
    },
  ];
}

/** Otherwise the figure is mostly what nobody has cleared away yet. */
function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
}

async function fillHosts(database: BenchDatabase, count: number): Promise<string[]> {
  const tenants = await fillTenants(database.adminUrl, 1_000, 0);
  const hosts = Array.from({ length: count }, (_, i) => `h${i}-${uuidv7().slice(-6)}.bench.test`);
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await admin.query(
    `INSERT INTO hosts (id, tenant_id, host, surface, status, is_primary)
     SELECT gen_random_uuid(), ($2::uuid[])[1 + (n - 1) % array_length($2::uuid[], 1)], h, 'portal', 'active', false FROM unnest($1::text[]) WITH ORDINALITY AS u(h, n)`,
    [hosts, tenants],
  );
  await admin.query('ANALYZE hosts');
  await admin.end();
  return hosts;
}
