/** The half of the random operations that ties rows to each other: sessions to members, of one's own tenant or another's. */
import { expect } from 'vitest';
import { uuidv7 } from '@/lib/platform/ids';
import { rowKey } from '@/lib/tenancy/row-key';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import type { SeededTenant } from './two-tenants';

/** What each tenant has: slug → page, session → its member. Ids are remembered for ever, so that later steps aim at foreign and deleted rows alike. */
export interface OperationsModel {
  rows: Map<string, { id: string; title: string }>[];
  ids: string[];
  sessions: Map<string, string>[];
  sessionIds: string[];
  /** Per tenant: table → ids. */
  tables: Record<string, Set<string>>[];
  tableIds: string[];
  /** Per tenant: what its last transaction over both sides wrote. */
  contacts: (string | undefined)[];
}

export const relatedOperations = [
  'openSession',
  'connectMember',
  'connectOrCreateMember',
  'nestedCreate',
  'nestedMany',
  'moveSession',
  'closeSession',
  'relations',
  'relationFilter',
] as const;

export interface RelatedStep {
  operation: (typeof relatedOperations)[number];
  /** Indices of tenants: who acts, and whose tenant id the operation claims. */
  actor: number;
  claimed: number;
  /** Index into the ids that were ever seen. */
  target: number;
  /** Index into the members of all tenants. */
  member: number;
}

const expiresAt = new Date('2100-01-01');

/** Performs one step and holds what happened against the model. */
export async function relate(
  db: TenantTx,
  model: OperationsModel,
  tenants: readonly SeededTenant[],
  { actor, claimed, target, member: index, operation }: RelatedStep,
): Promise<void> {
  const scopeOf = (tenant: number) => (tenants[tenant] as SeededTenant).scope;
  const members = tenants.flatMap(({ memberIds }, tenant) => memberIds.map((id) => ({ id, tenant })));
  const own = model.sessions[actor] as Map<string, string>;
  const member = members[index] as { id: string; tenant: number };
  const memberIsOwn = member.tenant === actor;
  const id = model.sessionIds[target % Math.max(1, model.sessionIds.length)] ?? uuidv7();
  const opened = (sessionId: string): void => {
    own.set(sessionId, member.id);
    model.sessionIds.push(sessionId);
  };

  switch (operation) {
    case 'openSession':
    case 'connectMember':
    case 'connectOrCreateMember': {
      const where = rowKey(scopeOf(claimed), member.id);
      const create = { id: member.id, email: `${member.id}@again.test`, name: 'again', role: 'user' };
      const data = {
        openSession: { expiresAt, memberId: member.id },
        connectMember: { expiresAt, member: { connect: where } },
        connectOrCreateMember: { expiresAt, member: { connectOrCreate: { where, create } } },
      }[operation];
      const attempt = db.memberSession.create({ data });
      const reachable = memberIsOwn && (operation === 'openSession' || claimed === actor);
      // Connecting-or-creating a foreign member would make an own one of the same id: the model leaves that case out.
      if (operation === 'connectOrCreateMember' && !reachable) {
        await attempt.catch(() => undefined);
        await db.memberSession.deleteMany({ where: { id: { notIn: [...own.keys()] } } }).catch(() => undefined);
        await db.member.deleteMany({ where: { name: 'again' } }).catch(() => undefined);
      } else if (reachable) opened((await attempt).id);
      else await expect(attempt).rejects.toThrow();
      return;
    }
    case 'nestedCreate':
    case 'nestedMany': {
      const nested =
        operation === 'nestedCreate' ? { create: { expiresAt } } : { createMany: { data: [{ expiresAt }] } };
      const where = rowKey(scopeOf(claimed), member.id);
      const attempt = db.member.update({
        where,
        data: { sessions: nested },
        select: { sessions: { select: { id: true } } },
      });
      if (!memberIsOwn) await expect(attempt).rejects.toMatchObject({ code: 'P2025' });
      else for (const row of (await attempt).sessions) if (!own.has(row.id)) opened(row.id);
      return;
    }
    case 'moveSession': {
      const attempt = db.memberSession.update({ where: rowKey(scopeOf(claimed), id), data: { memberId: member.id } });
      if (!own.has(id)) await expect(attempt).rejects.toMatchObject({ code: 'P2025' });
      else if (!memberIsOwn) await expect(attempt).rejects.toThrow();
      else {
        await attempt;
        own.set(id, member.id);
      }
      return;
    }
    case 'closeSession':
      expect((await db.memberSession.deleteMany({ where: { id } })).count).toBe(own.delete(id) ? 1 : 0);
      return;
    case 'relations': {
      const rows = await db.member.findMany({ include: { sessions: { select: { id: true } } } });
      expect(new Set(rows.flatMap((row) => row.sessions.map((session) => session.id)))).toEqual(new Set(own.keys()));
      return;
    }
    case 'relationFilter':
      expect((await db.member.findMany({ where: { sessions: { some: { id } } } })).map((row) => row.id)).toEqual(
        own.has(id) ? [own.get(id)] : [],
      );
      return;
  }
}
