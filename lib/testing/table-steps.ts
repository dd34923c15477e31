/** The part of the random operations that goes over the tables: rows of each kind, both sides of a transaction, the wrong placement. */
import { expect } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import { tenantDb, type TenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { placements } from './placed-tenant';
import type { OperationsModel } from './related-steps';
import type { SeededTenant } from './two-tenants';

const expiresAt = new Date('2100-01-01');
let counter = 0;

/** A row of each table that a tenant may write and the other steps leave out. */
const makers = {
  invitation: (id: string) => ({
    email: `${id}@x.test`,
    role: 'user',
    tokenHash: id,
    invitedByType: 'member',
    expiresAt,
  }),
  memberPasswordReset: (id: string, memberId: string) => ({ memberId, tokenHash: id, expiresAt }),
  brandVersion: () => ({ number: ++counter, status: 'published', tokens: {}, createdByName: 'x' }),
  brandAsset: (id: string) => ({ kind: 'x', sha256: id, mimeType: 'image/png', sizeBytes: 1, width: 1, height: 1 }),
  flagOverride: (id: string) => ({ flagKey: id, value: true, reason: 'x', setBy: 'tenant', setByName: 'x' }),
  auditEvent: () => ({ action: 'x', actorType: 'system', actorLabel: 'x', targetType: 'x' }),
  usageEvent: () => ({ at: new Date(), meter: 'x' }),
  tenantKey: () => ({ version: ++counter, wrappedKey: Buffer.from('x') }),
} as const satisfies Record<string, (id: string, memberId: string) => object>;

export const rowTables = Object.keys(makers) as (keyof typeof makers)[];
const appendOnly = new Set<string>(['auditEvent', 'usageEvent', 'tenantKey']);

export const tableOperations = ['addRow', 'listRows', 'removeRow', 'bothSides', 'caught', 'wrongPlacement'] as const;

export interface TableStep {
  operation: (typeof tableOperations)[number];
  actor: number;
  claimed: number;
  target: number;
  title: string;
  table: (typeof rowTables)[number];
}

interface Delegate {
  create(args: object): Promise<{ tenantId: string }>;
  findMany(args: object): Promise<{ id: string }[]>;
  deleteMany(args: object): Promise<{ count: number }>;
}

/** Performs one step and holds what happened against the model. */
export async function walkTables(
  db: TenantDb,
  model: OperationsModel,
  tenants: readonly SeededTenant[],
  { operation, actor, claimed, target, title, table }: TableStep,
): Promise<void> {
  const { scope, memberIds } = tenants[actor] as SeededTenant;
  const { tenantId } = (tenants[claimed] as SeededTenant).scope;
  const own = model.tables[actor]?.[table] as Set<string>;
  const delegate = db[table] as unknown as Delegate;

  switch (operation) {
    case 'addRow': {
      const id = uuidv7();
      const row = await delegate.create({ data: { tenantId, id, ...makers[table](id, memberIds[0] ?? '') } });
      expect(row.tenantId).toBe(scope.tenantId);
      own.add(id);
      model.tableIds.push(id);
      return;
    }
    case 'listRows':
      expect(
        new Set((await delegate.findMany({ where: { tenantId }, select: { id: true } })).map(({ id }) => id)),
      ).toEqual(own);
      return;
    case 'removeRow': {
      const id = model.tableIds[target % Math.max(1, model.tableIds.length)] ?? uuidv7();
      const removal = delegate.deleteMany({ where: { id, tenantId } });
      if (appendOnly.has(table)) await expect(removal).rejects.toThrow();
      else expect((await removal).count).toBe(own.delete(id) ? 1 : 0);
      return;
    }
    case 'bothSides': {
      const kept = title !== 'z';
      const work = db.$transaction(async (tx) => {
        await writeBoth(tx, scope.tenantId, title);
        if (!kept) throw new Error('given up');
      });
      if (!kept) return expect(work).rejects.toThrow('given up');
      await work;
      model.contacts[actor] = title;
      return;
    }
    case 'caught': {
      const work = db.$transaction(async (tx) => {
        await writeBoth(tx, scope.tenantId, 'never');
        await tx.$queryRaw`SELECT 1 / 0`.catch(() => undefined);
      });
      return expect(work).rejects.toThrow('aborted');
    }
    case 'wrongPlacement': {
      const wrong = placements.filter((placement) => placement !== scope.placement)[target % 2] ?? 'shared';
      // There is no such place, or nothing in it.
      const rows = await tenantDb({ ...scope, placement: wrong })
        .member.findMany()
        .catch(() => []);
      return expect(rows).toEqual([]);
    }
  }
}

/** One row in the place, one with the platform: both show the same title. */
async function writeBoth(tx: TenantTx, tenantId: string, title: string): Promise<void> {
  await tx.member.updateMany({ data: { theme: title } });
  const values = { timeZone: 'UTC', locale: 'en', currency: 'USD', billingContactName: title };
  await tx.tenantSettings.upsert({ where: { tenantId }, create: values, update: values });
}

/** In the end each table holds exactly the rows of the model, and both sides of a transaction agree. */
export async function compareTables(
  { scope }: SeededTenant,
  expected: Record<string, Set<string>>,
  contact: string | undefined,
): Promise<void> {
  const db = tenantDb(scope);
  expect(await idsByTable(db)).toEqual(expected);
  expect((await db.tenantSettings.findFirst())?.billingContactName).toBe(contact);
  const themes = await db.member.findMany({ distinct: ['theme'], select: { theme: true } });
  expect(themes).toEqual([{ theme: contact ?? 'system' }]);
}

/** What is left of the tables when all that may be removed is. */
export async function emptyTables({ scope }: SeededTenant): Promise<Record<string, Set<string>>> {
  const db = tenantDb(scope);
  await db.tenantSettings.deleteMany();
  await db.member.updateMany({ data: { theme: 'system' } });
  for (const table of rowTables) if (!appendOnly.has(table)) await (db[table] as unknown as Delegate).deleteMany({});
  return idsByTable(db);
}

async function idsByTable(db: TenantDb): Promise<Record<string, Set<string>>> {
  const found: Record<string, Set<string>> = {};
  for (const table of rowTables) {
    const rows = await (db[table] as unknown as Delegate).findMany({ select: { id: true } });
    found[table] = new Set(rows.map(({ id }) => id));
  }
  return found;
}
