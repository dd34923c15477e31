import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { uuidv7 } from '@/lib/platform/ids';
import { entryOf, runInTenant, type TenantScope } from '@/lib/tenancy/context';
import { databaseConfig } from '@/lib/tenancy/database-config';
import { statementName } from '@/lib/tenancy/statement-name';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { TenantPool } from '@/lib/tenancy/tenant-pool';
import { fillTenants, type BenchDatabase } from '../database';
import type { Row } from '../report';
import { interleave, timed, type Comparison } from '../rounds';

interface Setting {
  tenants: string[];
  operations: number;
  rounds: number;
  /** Signed in as the owner of everything: no policies; the same statement names. */
  plain: PrismaClient;
  plainPool: pg.Pool;
}

export async function benchScope(
  database: BenchDatabase,
  quick: boolean,
  wanted: (name: string) => boolean,
): Promise<Row[]> {
  const tenants = await fillTenants(database.adminUrl, quick ? 100 : 1_000, 200);
  const plainPool = new pg.Pool({ connectionString: database.adminUrl, max: 16 });
  const plain = new PrismaClient({ adapter: new PrismaPg(plainPool, { statementNameGenerator: statementName }) });
  const setting: Setting = { tenants, operations: quick ? 400 : 2_000, rounds: quick ? 7 : 11, plain, plainPool };
  const rows: Row[] = [];
  for (const callers of [1, 16]) {
    if (wanted('scope-read')) rows.push(row('scope-read', callers, await compareReads(setting, callers)));
    if (wanted('scope-write')) rows.push(row('scope-write', callers, await compareWrites(setting, callers)));
    if (wanted('scope-raw')) rows.push(row('scope-raw', callers, await compareRaw(setting, callers)));
  }
  await plain.$disconnect();
  await plainPool.end();
  return rows;
}

const scopeOf = (setting: Setting, i: number): TenantScope => ({
  tenantId: setting.tenants[(i * 31) % setting.tenants.length] ?? '',
  placement: 'shared',
});

function compareReads(setting: Setting, callers: number): Promise<Comparison> {
  const { operations, rounds, plain } = setting;
  return interleave(
    () =>
      timed(operations, callers, (i) =>
        tenantDb(scopeOf(setting, i)).member.findMany({
          where: { status: 'active' },
          take: 20,
          orderBy: { id: 'asc' },
        }),
      ),
    () =>
      timed(operations, callers, (i) =>
        plain.member.findMany({
          where: { status: 'active', tenantId: scopeOf(setting, i).tenantId },
          take: 20,
          orderBy: { id: 'asc' },
        }),
      ),
    rounds,
  );
}

/** A row is created and then updated: two statements, each its own transaction. */
function compareWrites(setting: Setting, callers: number): Promise<Comparison> {
  const { operations, rounds, plain } = setting;
  const page = (i: number) => ({ id: uuidv7(), slug: uuidv7(), title: `Page ${i}`, body: '', updatedByName: 'bench' });
  return interleave(
    () =>
      timed(operations / 4, callers, async (i) => {
        const scope = scopeOf(setting, i);
        const { id } = await tenantDb(scope).page.create({ data: page(i), select: { id: true } });
        await tenantDb(scope).page.update({
          where: { tenantId_id: { tenantId: scope.tenantId, id } },
          data: { title: 'changed' },
          select: { id: true },
        });
      }),
    () =>
      timed(operations / 4, callers, async (i) => {
        const { tenantId } = scopeOf(setting, i);
        const { id } = await plain.page.create({ data: { ...page(i), tenantId }, select: { id: true } });
        await plain.page.update({
          where: { tenantId_id: { tenantId, id } },
          data: { title: 'changed' },
          select: { id: true },
        });
      }),
    rounds,
  );
}

async function compareRaw(setting: Setting, callers: number): Promise<Comparison> {
  const { operations, rounds, plainPool } = setting;
  const pool = new TenantPool(databaseConfig('portico_app', 16));
  const text = 'SELECT id, email, name, role FROM "public"."members" WHERE tenant_id = $1 ORDER BY id LIMIT 20';
  const statement = (i: number) => ({ name: 'bench_raw', text, values: [scopeOf(setting, i).tenantId] });
  const comparison = await interleave(
    () => timed(operations, callers, (i) => runInTenant(entryOf(scopeOf(setting, i)), () => pool.query(statement(i)))),
    () => timed(operations, callers, (i) => plainPool.query(statement(i))),
    rounds,
  );
  await pool.end();
  return comparison;
}

function row(name: string, callers: number, { ours, base, ratio, p99 }: Comparison): Row {
  return {
    name,
    variant: `${callers} callers`,
    unit: 'ms',
    median: ours,
    p99,
    baseline: base,
    ratio,
    reach: '≤ 1.05',
    held: ratio <= 1.05,
  };
}
