import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { relate, relatedOperations, type OperationsModel, type RelatedStep } from '@/lib/testing/related-steps';
import {
  compareTables,
  emptyTables,
  rowTables,
  tableOperations,
  walkTables,
  type TableStep,
} from '@/lib/testing/table-steps';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { uuidv7 } from '@/lib/platform/ids';
import { rowKey } from './row-key';
import { closeTenantClients, tenantDb, type TenantTx } from './tenant-client';

/**
 * Random sequences of operations by several tenants on each other's ids, held against a model that knows what each may see.
 * A step that the model doesn't predict is a leak, a loss or a wrong refusal; fast-check shrinks it to the shortest sequence.
 */
let database: TestDatabase;
let tenants: SeededTenant[];

const mixture = ['shared', 'schema', 'database', 'schema'] as const;
const tenantCount = mixture.length;
const membersEach = 2;
/** At most: a shorter sequence is simpler, and the shortest that fails is what fast-check shows. */
const stepsPerRun = 200;
/** `npm run isolation:long` asks for more. */
const stepsWanted = Number(process.env.ISOLATION_STEPS ?? 12_000);
const slugs = ['a', 'b', 'c', 'd'] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  tenants = await seedTenants(database.adminUrl, tenantCount, membersEach, mixture);
});

afterAll(async () => {
  await closeTenantClients();
  await database.drop();
});

const step = fc.record({
  actor: fc.nat(tenantCount - 1),
  /** Whose tenant id the operation claims, where it claims one. */
  claimed: fc.nat(tenantCount - 1),
  slug: fc.constantFrom(...slugs),
  title: fc.constantFrom('x', 'y', 'z'),
  target: fc.nat(40),
  operation: fc.constantFrom(
    'create',
    'createMany',
    'upsert',
    'update',
    'updateMany',
    'delete',
    'deleteMany',
    'findUnique',
    'findMany',
    'count',
    'raw',
    'groupBy',
    'aggregate',
    'cursor',
    'createManyAndReturn',
    'updateManyAndReturn',
    'rolledBack',
    'inTransaction',
    ...relatedOperations,
    ...tableOperations,
  ),
  table: fc.constantFrom(...rowTables),
  member: fc.nat(tenantCount * membersEach - 1),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const scopeOf = (index: number) => (tenants[index] as SeededTenant).scope;

describe('random operations of four tenants in three placements, several at a time', () => {
  it(
    `see and change exactly what the model allows, over ${stepsWanted} steps`,
    async () => {
      let steps = 0;
      const holds = fc.asyncProperty(fc.array(step, { maxLength: stepsPerRun, size: 'max' }), async (sequence) => {
        const model = await emptied();
        for (const round of rounds(sequence)) {
          await settle(round.map((one) => perform(model, one)));
          steps += round.length;
        }
        await settle(tenants.map((_tenant, index) => compare(model, index)));
      });
      while (steps < stepsWanted) await fc.assert(holds, { numRuns: 20 });
      expect(steps).toBeGreaterThanOrEqual(stepsWanted);
    },
    240_000 + stepsWanted * 20,
  );
});

/** Steps of different tenants next to each other run at the same time. */
function rounds(sequence: readonly Step[]): Step[][] {
  const all: Step[][] = [];
  for (const one of sequence) {
    const round = all.at(-1);
    if (round && round.every(({ actor }) => actor !== one.actor)) round.push(one);
    else all.push([one]);
  }
  return all;
}

/** The next round, or fast-check's next try, must find nobody at work. */
async function settle(work: Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason;
}

function isOfTables(one: Step): one is Step & TableStep {
  return (tableOperations as readonly string[]).includes(one.operation);
}

function isRelated(one: Step): one is Step & RelatedStep {
  return (relatedOperations as readonly string[]).includes(one.operation);
}

async function emptied(): Promise<OperationsModel> {
  const empty = async (tenant: SeededTenant): Promise<Record<string, Set<string>>> => {
    await tenantDb(tenant.scope).page.deleteMany();
    await tenantDb(tenant.scope).memberSession.deleteMany();
    return emptyTables(tenant);
  };
  return {
    rows: tenants.map(() => new Map()),
    ids: [],
    sessions: tenants.map(() => new Map()),
    sessionIds: [],
    tables: await Promise.all(tenants.map(empty)),
    tableIds: [],
    contacts: tenants.map(() => undefined),
  };
}

async function perform(model: OperationsModel, one: Step): Promise<void> {
  const db = tenantDb(scopeOf(one.actor));
  if (isOfTables(one)) return walkTables(db, model, tenants, one);
  if (one.operation === 'inTransaction')
    return db.$transaction((tx) => write(tx, model, { ...one, operation: 'create' }));
  if (one.operation !== 'rolledBack') return write(db, model, one);
  const shadow: OperationsModel = structuredClone(model);
  await db
    .$transaction(async (tx) => {
      await write(tx, shadow, { ...one, operation: 'upsert' });
      throw new Error('rolled back');
    })
    .catch((error: Error) => expect(error.message).toBe('rolled back'));
}

async function write(db: TenantTx, model: OperationsModel, step: Step): Promise<void> {
  if (isRelated(step)) return relate(db, model, tenants, step);
  const { actor, claimed, slug, title, target, operation } = step;
  const own = model.rows[actor] as Map<string, { id: string; title: string }>;
  const id = model.ids[target % Math.max(1, model.ids.length)] ?? uuidv7();
  const mine = [...own.entries()].find(([, row]) => row.id === id);
  const key = rowKey(scopeOf(claimed), id);
  const data = { tenantId: scopeOf(claimed).tenantId, slug, title, body: '', updatedByName: 'x' };

  switch (operation as Exclude<Step['operation'], RelatedStep['operation'] | TableStep['operation']>) {
    case 'create':
    case 'createMany': {
      if (own.has(slug)) return;
      const row = { ...data, id: uuidv7() };
      await (operation === 'create' ? db.page.create({ data: row }) : db.page.createMany({ data: [row] }));
      own.set(slug, { id: row.id, title });
      model.ids.push(row.id);
      return;
    }
    case 'upsert': {
      const where = { tenantId_slug: { tenantId: scopeOf(claimed).tenantId, slug } };
      const row = await db.page.upsert({ where, create: data, update: { title } });
      expect(row.tenantId).toBe(scopeOf(actor).tenantId);
      own.set(slug, { id: row.id, title });
      if (!model.ids.includes(row.id)) model.ids.push(row.id);
      return;
    }
    case 'update': {
      const change = db.page.update({ where: key, data: { title } });
      if (!mine) return expect(change).rejects.toMatchObject({ code: 'P2025' });
      await change;
      own.set(mine[0], { id, title });
      return;
    }
    case 'updateMany': {
      expect(
        (await db.page.updateMany({ where: { id, tenantId: scopeOf(claimed).tenantId }, data: { title } })).count,
      ).toBe(mine ? 1 : 0);
      if (mine) own.set(mine[0], { id, title });
      return;
    }
    case 'delete': {
      const removal = db.page.delete({ where: key });
      if (!mine) return expect(removal).rejects.toMatchObject({ code: 'P2025' });
      await removal;
      own.delete(mine[0]);
      return;
    }
    case 'deleteMany': {
      expect(
        (await db.page.deleteMany({ where: { OR: [{ id }, { id, tenantId: scopeOf(claimed).tenantId }] } })).count,
      ).toBe(mine ? 1 : 0);
      if (mine) own.delete(mine[0]);
      return;
    }
    case 'findUnique':
      expect((await db.page.findUnique({ where: key }))?.id).toBe(mine ? id : undefined);
      return;
    case 'findMany':
      expect(
        new Set((await db.page.findMany({ where: { tenantId: scopeOf(claimed).tenantId } })).map((row) => row.id)),
      ).toEqual(new Set([...own.values()].map((row) => row.id)));
      return;
    case 'count':
      expect(await db.page.count()).toBe(own.size);
      return;
    case 'groupBy':
      expect((await db.page.groupBy({ by: ['tenantId'], _count: true })).map((group) => group.tenantId)).toEqual(
        own.size > 0 ? [scopeOf(actor).tenantId] : [],
      );
      return;
    case 'raw': {
      const [row] = await db.$queryRaw<
        { n: number }[]
      >`SELECT count(*)::int AS n FROM "public"."pages" WHERE id = ${id}::uuid`;
      expect(row?.n).toBe(mine ? 1 : 0);
      return;
    }
    case 'aggregate':
      expect(await db.page.aggregate({ _count: true, where: { tenantId: scopeOf(claimed).tenantId } })).toEqual({
        _count: own.size,
      });
      return;
    case 'cursor': {
      const ids = [...own.values()].map((row) => row.id).sort();
      const rows = await db.page.findMany({ cursor: key, orderBy: { id: 'asc' }, select: { id: true } });
      expect(rows.map((row) => row.id)).toEqual(mine ? ids.slice(ids.indexOf(id)) : []);
      return;
    }
    case 'createManyAndReturn': {
      if (own.has(slug)) return;
      const rows = await db.page.createManyAndReturn({ data: [{ ...data, id: uuidv7() }] });
      expect(rows.map((row) => row.tenantId)).toEqual([scopeOf(actor).tenantId]);
      for (const row of rows) {
        own.set(slug, { id: row.id, title });
        model.ids.push(row.id);
      }
      return;
    }
    case 'rolledBack':
    case 'inTransaction':
      return;
    case 'updateManyAndReturn': {
      const rows = await db.page.updateManyAndReturn({ where: { id }, data: { title }, select: { id: true } });
      expect(rows).toEqual(mine ? [{ id }] : []);
      if (mine) own.set(mine[0], { id, title });
      return;
    }
  }
}

/** In the end each tenant holds exactly its own rows. */
async function compare(model: OperationsModel, index: number): Promise<void> {
  const db = tenantDb(scopeOf(index));
  const rows = await db.page.findMany({ select: { slug: true, id: true, title: true } });
  expect(new Map(rows.map(({ slug, id, title }) => [slug, { id, title }]))).toEqual(model.rows[index]);
  const sessions = await db.memberSession.findMany({ select: { id: true, memberId: true } });
  expect(new Map(sessions.map(({ id, memberId }) => [id, memberId]))).toEqual(model.sessions[index]);
  await compareTables(tenants[index] as SeededTenant, model.tables[index] ?? {}, model.contacts[index]);
}
