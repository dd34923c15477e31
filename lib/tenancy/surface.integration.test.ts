/** Every way in which Prisma can be asked: each stays inside the tenant, is refused, or changes nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { placements } from '@/lib/testing/placed-tenant';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { rowKey } from './row-key';
import { operations } from './scoped-args';
import { closeTenantClients, tenantDb, tenantPoolStats, type TenantDb } from './tenant-client';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await closeTenantClients();
  await database.drop();
});

const expiresAt = new Date('2100-01-01');

describe.each(placements)('in placement %s', (placement) => {
  let own: SeededTenant;
  let other: SeededTenant;
  let db: TenantDb;
  let foreign: TenantDb;

  beforeAll(async () => {
    [own, other] = (await seedTenants(database.adminUrl, 2, 3, placement)) as [SeededTenant, SeededTenant];
    db = tenantDb(own.scope);
    foreign = tenantDb(other.scope);
  });

  const ownId = (n = 0): string => own.memberIds[n] ?? '';
  const foreignId = (n = 0): string => other.memberIds[n] ?? '';
  let foreignSession: string;

  beforeEach(async () => {
    for (const each of [db, foreign]) {
      await each.memberSession.deleteMany();
      await each.memberPassword.deleteMany();
      await each.page.deleteMany();
    }
    foreignSession = (await foreign.memberSession.create({ data: { memberId: foreignId(), expiresAt } })).id;
    await foreign.page.create({ data: { slug: 'theirs', title: 'theirs', body: '', updatedByName: 'x' } });
  });

  /** What the other tenant has must be the same after every attempt, whether it was refused or did nothing. */
  async function expectUntouched(attempt: () => PromiseLike<unknown>, outcome: 'refused' | 'harmless'): Promise<void> {
    const picture = async (): Promise<unknown> => ({
      members: await foreign.member.findMany({ orderBy: { id: 'asc' }, include: { sessions: true, password: true } }),
      pages: await foreign.page.findMany(),
    });
    const before = await picture();
    const result = await Promise.resolve()
      .then(attempt)
      .then(
        () => 'harmless',
        () => 'refused',
      );
    expect(result).toBe(outcome);
    expect(await picture()).toEqual(before);
    const strays = await db.memberSession.findMany({ where: { memberId: { in: other.memberIds } } });
    expect(strays).toEqual([]);
  }

  describe('nested writes', () => {
    const update = (sessions: object) => () =>
      db.member.update({ where: rowKey(own.scope, ownId()), data: { sessions } as never });
    const theirs = () => rowKey(other.scope, foreignSession);

    it.each<[string, () => object, 'refused' | 'harmless']>([
      ['connect', () => ({ connect: theirs() }), 'refused'],
      ['connectOrCreate', () => ({ connectOrCreate: { where: theirs(), create: { expiresAt } } }), 'harmless'],
      ['disconnect', () => ({ disconnect: theirs() }), 'refused'],
      ['set', () => ({ set: [theirs()] }), 'harmless'],
      ['update', () => ({ update: { where: theirs(), data: { ip: 'taken' } } }), 'refused'],
      ['updateMany', () => ({ updateMany: { where: { id: foreignSession }, data: { ip: 'taken' } } }), 'harmless'],
      ['upsert', () => ({ upsert: { where: theirs(), create: { expiresAt }, update: { ip: 'taken' } } }), 'harmless'],
      ['delete', () => ({ delete: theirs() }), 'refused'],
      ['deleteMany', () => ({ deleteMany: { id: foreignSession } }), 'harmless'],
    ])('%s of another tenant’s row reaches nothing', async (_name, sessions, outcome) => {
      await expectUntouched(update(sessions()), outcome);
    });

    it('createMany puts the rows under the parent’s tenant', async () => {
      await update({ createMany: { data: [{ expiresAt }, { expiresAt }] } })();
      expect(await db.memberSession.findMany({ select: { tenantId: true } })).toEqual([
        { tenantId: own.scope.tenantId },
        { tenantId: own.scope.tenantId },
      ]);
    });

    it('a nested row that names another tenant stays with its parent or is refused', async () => {
      const nested = { create: { tenantId: other.scope.tenantId, expiresAt } };
      await expectUntouched(update(nested), 'refused');
      expect(await db.memberSession.count()).toBe(0);
    });
  });

  describe('top-level writes', () => {
    it.each<[string, () => PromiseLike<unknown>, 'refused' | 'harmless']>([
      [
        'create under a foreign parent',
        () => db.memberSession.create({ data: { memberId: foreignId(), expiresAt } }),
        'refused',
      ],
      [
        'create by connecting a foreign parent',
        () => db.memberSession.create({ data: { expiresAt, member: { connect: rowKey(other.scope, foreignId()) } } }),
        'refused',
      ],
      [
        'createMany with one foreign parent among own ones',
        () =>
          db.memberSession.createMany({
            data: [
              { memberId: ownId(), expiresAt },
              { memberId: foreignId(), expiresAt },
            ],
          }),
        'refused',
      ],
      [
        'createManyAndReturn with a foreign parent',
        () => db.memberSession.createManyAndReturn({ data: [{ memberId: foreignId(), expiresAt }] }),
        'refused',
      ],
      [
        'update',
        () => db.memberSession.update({ where: rowKey(other.scope, foreignSession), data: { ip: 'x' } }),
        'refused',
      ],
      [
        'updateMany',
        () => db.memberSession.updateMany({ where: { id: foreignSession }, data: { ip: 'x' } }),
        'harmless',
      ],
      [
        'updateManyAndReturn',
        () => db.memberSession.updateManyAndReturn({ where: { id: foreignSession }, data: { ip: 'x' } }),
        'harmless',
      ],
      [
        'upsert on a foreign key makes an own row',
        () =>
          db.page.upsert({
            where: { tenantId_slug: { tenantId: other.scope.tenantId, slug: 'theirs' } },
            create: { slug: 'theirs', title: 'mine', body: '', updatedByName: 'x' },
            update: { title: 'taken' },
          }),
        'harmless',
      ],
      ['delete', () => db.memberSession.delete({ where: rowKey(other.scope, foreignSession) }), 'refused'],
      ['deleteMany', () => db.memberSession.deleteMany({ where: { id: foreignSession } }), 'harmless'],
    ])('%s', async (_name, attempt, outcome) => {
      await expectUntouched(attempt, outcome);
    });

    it('moving an own row to another parent of another tenant is refused', async () => {
      const { id } = await db.memberSession.create({ data: { memberId: ownId(), expiresAt } });
      await expectUntouched(
        () => db.memberSession.update({ where: rowKey(own.scope, id), data: { memberId: foreignId() } }),
        'refused',
      );
    });
  });

  describe('reads', () => {
    it('include, select, relation filters and counts stay inside', async () => {
      await db.memberSession.create({ data: { memberId: ownId(), expiresAt } });
      const rows = await db.member.findMany({
        include: { sessions: true, password: true, _count: { select: { sessions: true } } },
        orderBy: { sessions: { _count: 'desc' } },
      });
      expect(rows.map((row) => row.tenantId)).toEqual(own.memberIds.map(() => own.scope.tenantId));
      expect(rows.map((row) => row._count.sessions)).toEqual([1, 0, 0]);
      expect(await db.member.findMany({ where: { sessions: { some: { id: foreignSession } } } })).toEqual([]);
      expect(await db.member.count({ where: { sessions: { none: { id: foreignSession } } } })).toBe(3);
      expect(await db.memberSession.findMany({ where: { member: { tenantId: other.scope.tenantId } } })).toEqual([]);
      expect(
        await db.memberSession.findMany({ select: { member: { select: { tenantId: true, sessions: true } } } }),
      ).toMatchObject([{ member: { tenantId: own.scope.tenantId, sessions: [{ memberId: ownId() }] } }]);
    });

    it('aggregate, groupBy, distinct and omit count own rows only', async () => {
      const latest = await foreign.member.aggregate({ _max: { email: true } });
      expect(await db.member.aggregate({ _count: true, _max: { email: true } })).toEqual({
        _count: 3,
        _max: { email: `${[...own.memberIds].sort().at(-1)}@x.test` },
      });
      expect(await db.member.aggregate({ _count: true, where: { email: latest._max.email ?? '' } })).toEqual({
        _count: 0,
      });
      expect(
        await db.member.groupBy({
          by: ['role'],
          _count: true,
          having: { role: { in: ['user'] } },
          orderBy: { role: 'asc' },
        }),
      ).toEqual([{ role: 'user', _count: 3 }]);
      expect(await db.member.findMany({ distinct: ['role'], select: { tenantId: true } })).toHaveLength(1);
      expect(await db.member.findMany({ omit: { tenantId: true }, where: { id: foreignId() } })).toEqual([]);
    });

    it('a cursor of another tenant’s row leads to nothing, one’s own goes on from there', async () => {
      const ids = [...own.memberIds].sort();
      const after = (key: ReturnType<typeof rowKey>) =>
        db.member.findMany({ cursor: key, skip: 1, orderBy: { id: 'asc' }, select: { id: true } });
      expect(await after(rowKey(own.scope, ids[0] ?? ''))).toEqual(ids.slice(1).map((id) => ({ id })));
      expect(await after(rowKey(other.scope, foreignId()))).toEqual([]);
      // The same id under the caller's own tenant is no row of it either.
      expect(await after(rowKey(own.scope, foreignId()))).toEqual([]);
    });

    it('OR and NOT around the tenant widen nothing', async () => {
      const tenantId = other.scope.tenantId;
      for (const where of [
        { OR: [{ tenantId }, { tenantId: { not: tenantId } }] },
        { NOT: { tenantId: own.scope.tenantId } },
        { AND: [{ tenantId }] },
      ]) {
        const rows = await db.member.findMany({ where });
        expect(rows.every((row) => row.tenantId === own.scope.tenantId)).toBe(true);
      }
    });

    it('raw SQL sees own rows only, and offers no way to run text', async () => {
      const rows = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM "public"."member_sessions"`;
      expect(rows).toEqual([{ n: 0 }]);
      expect(await db.$executeRaw`DELETE FROM "public"."member_sessions"`).toBe(0);
      expect(await foreign.memberSession.count()).toBe(1);
    });
  });

  describe('the surface itself', () => {
    it('serves no placement that it does not know', () => {
      expect(() => tenantDb({ ...own.scope, placement: 'elsewhere' as never })).toThrow('not served');
    });

    it('reads what is the same for all by its key, and changes none of it', async () => {
      const plan = await db.plan.findFirst();
      expect(await db.plan.findUnique({ where: { id: plan?.id ?? '' } })).toEqual(plan);
      expect(await db.plan.findUnique(undefined as never)).toEqual(plan);
      expect(() => db.plan.update({ where: { id: plan?.id ?? '' }, data: { name: 'taken' } })).toThrow(
        'not open to a tenant',
      );
    });

    it('refuses to look for one row without saying which, instead of taking the first', async () => {
      expect(
        await db.page.findUnique({ where: { tenantId_slug: { tenantId: own.scope.tenantId, slug: 'theirs' } } }),
      ).toBeNull();
      for (const where of [undefined, {}, { id: undefined }, rowKey(own.scope, undefined as never)]) {
        expect(() => db.member.findUnique({ where } as never)).toThrow('which row');
        expect(() => db.member.delete({ where } as never)).toThrow('which row');
      }
    });

    it('offers the listed operations on every model and nothing else', () => {
      const delegate = Object.getPrototypeOf(db.member) as object;
      expect(Object.getOwnPropertyNames(delegate).filter((name) => name !== 'constructor')).toEqual(
        Object.keys(operations),
      );
      for (const name of ['$queryRawUnsafe', '$executeRawUnsafe', '$extends', '$on', '$connect', '$disconnect'])
        expect(name in db, name).toBe(false);
    });

    it('can be printed without showing the proof', async () => {
      const { inspect } = await import('node:util');
      expect(inspect(db, { depth: 9, showHidden: true })).not.toMatch(/\\x[0-9a-f]{64}/);
      expect(JSON.stringify(db)).not.toMatch(/proof/);
    });

    it('tells how many connections it holds, none before its first statement', async () => {
      await db.member.count();
      expect(tenantPoolStats()).toMatchObject({ waiting: 0 });
      expect(tenantPoolStats().total).toBeGreaterThan(0);
      await closeTenantClients();
      expect(tenantPoolStats()).toEqual({ total: 0, idle: 0, waiting: 0 });
      expect(await tenantDb(own.scope).member.count()).toBe(3);
    });
  });
});
