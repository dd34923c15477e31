import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { consoleDb } from '@/lib/tenancy/console-client';
import {
  createTenant,
  openConsoleFixture,
  superAdminContext,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { listPlatformEvents } from './list-platform-events';
import { platformAuditQuerySchema, type PlatformAuditPage } from './schema';

const operator = superAdminContext('operator');
const owner = superAdminContext('owner');
let fixture: ConsoleFixture;
let tenantId: string;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  tenantId = await createTenant(fixture, { slug: 'globex', name: 'Globex 100%' });
  await consoleDb().$transaction(async (tx) => {
    for (let i = 0; i < 12; i++)
      await recordPlatformEvent(tx, owner, 'plan.changed', { type: 'plan', label: `Plan ${i}` });
    const target = { type: 'tenant', id: tenantId, label: 'Globex 100%' };
    await recordPlatformEvent(
      tx,
      operator,
      'tenant.suspended',
      target,
      { status: { before: 'active', after: 'suspended' } },
      tenantId,
    );
  });
});

afterAll(() => fixture.close());

function list(query: Record<string, string | number> = {}): Promise<PlatformAuditPage> {
  return listPlatformEvents(operator, platformAuditQuerySchema.parse(query));
}

describe('the log of the platform', () => {
  it('shows every event once over its pages, although they share a moment', async () => {
    const seen: string[] = [];
    let page = await list({ limit: 5 });
    for (;;) {
      seen.push(...page.data.map((event) => event.id));
      if (!page.nextCursor) break;
      page = await list({ limit: 5, cursor: page.nextCursor });
    }
    expect(new Set(seen).size).toBe(13);
    const before = await list({ limit: 5, cursor: page.previousCursor ?? '' });
    expect(before.data.map((event) => event.id)).toEqual(seen.slice(5, 10));
  });

  it.each([
    [{ q: 'suspended' }, 1],
    [{ q: '100%' }, 1],
    [{ q: 'plan 1' }, 3],
    [{ action: 'plan.changed' }, 12],
    [{ actor: operator.actor.id }, 1],
    [{ from: '2020-01-01', to: '2020-12-31' }, 0],
  ])('finds by %o', async (query, count) => {
    expect((await list(query)).data).toHaveLength(count);
  });

  it('names the tenant an event is about and what changed', async () => {
    const page = await list({ tenant: tenantId });
    expect(page.data).toMatchObject([
      { tenant: { slug: 'globex' }, changes: { status: { before: 'active', after: 'suspended' } } },
    ]);
  });

  it('refuses a cursor that is none', async () => {
    const forged = Buffer.from(JSON.stringify({ direction: 'after', value: 'not a date', id: tenantId })).toString(
      'base64url',
    );
    await expect(list({ cursor: forged })).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
