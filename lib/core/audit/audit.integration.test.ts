import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { exportAuditLog } from '@/lib/features/audit/export-audit-log';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, superAdmin, type TestTenant } from '@/lib/testing/tenant';
import type { TenantAuditAction } from './actions';
import { listActors, listEvents, listTenantEvents } from './list-events';
import { recordEvent } from './record-event';
import { auditExportSchema, auditQuerySchema } from './schema';

let database: TestDatabase;
let tenant: TestTenant;
let admin: MemberContext;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  tenant = await createTestTenant();
  admin = await createMember(tenant, 'admin', 'Ada Admin');
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const write = (ctx: MemberContext, action: TenantAuditAction, label: string, at?: string) =>
  tenantDb(ctx).auditEvent.create({
    data: {
      action,
      actorType: 'member',
      actorId: ctx.actor.id,
      actorLabel: ctx.actor.name,
      targetType: 'member',
      targetLabel: label,
      at: at ? new Date(at) : undefined,
    },
  });
const query = (filter: object) => auditQuerySchema.parse(filter);
const labels = async (filter: object, zone = 'UTC') =>
  (await listEvents(admin, query(filter), zone)).data.map((event) => event.targetLabel);
const lines = async (filter: object, by = admin) =>
  (await (await exportAuditLog(by, auditExportSchema.parse(filter))).text()).trimEnd().split(/\r?\n/);

describe('the log', () => {
  it('is paged by time and id: events of one moment are neither lost nor shown twice, and new ones move nothing', async () => {
    for (let n = 0; n < 25; n++) await write(admin, 'member.invited', `p${n}`, '2026-03-01T12:00:00Z');
    const seen: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page = await listEvents(admin, query({ limit: 10, cursor: cursor ?? undefined }), 'UTC');
      seen.push(...page.data.map((event) => event.targetLabel));
      cursor = page.nextCursor;
      await write(admin, 'member.invited', 'arrived meanwhile');
    } while (cursor);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });

  it("counts the days of a period in the tenant's zone, the last one included", async () => {
    await write(admin, 'member.invited', 'late on the 28th', '2026-02-28T22:59:59Z');
    await write(admin, 'member.invited', 'first of March', '2026-02-28T23:00:00Z');
    await write(admin, 'member.invited', 'end of March 1', '2026-03-01T22:59:59.999Z');
    await write(admin, 'member.invited', 'March 2', '2026-03-01T23:00:00Z');
    expect(await labels({ from: '2026-03-01', to: '2026-03-01' }, 'Europe/Berlin')).toEqual([
      'end of March 1',
      'first of March',
    ]);
  });

  it('is filtered by person, event and words, of labels and of events', async () => {
    const other = await createMember(tenant, 'manager', 'Max Manager');
    await write(admin, 'member.invited', 'grace@example.test');
    await write(other, 'member.revoked', '100%@example.test');
    expect(await labels({ actor: other.actor.id })).toEqual(['100%@example.test']);
    expect(await labels({ action: 'member.invited' })).toEqual(['grace@example.test']);
    expect(await labels({ q: 'ada adm' })).toEqual(['grace@example.test']);
    expect(await labels({ q: 'member revoked' })).toEqual(['100%@example.test']);
    expect(await labels({ q: '%' })).toEqual(['100%@example.test']);
    expect((await listActors(admin)).map((actor) => actor.label)).toEqual(['Max Manager', 'Ada Admin']);
  });

  it("never shows another tenant's events, not even by its cursor or its people's ids", async () => {
    const elsewhere = await createMember(await createTestTenant(), 'admin');
    for (let n = 0; n < 3; n++) await write(elsewhere, 'member.invited', 'secret');
    const { nextCursor } = await listEvents(elsewhere, query({ limit: 1 }), 'UTC');
    await write(admin, 'member.invited', 'own', '2020-01-01T00:00:00Z');
    expect(await labels({ cursor: nextCursor })).toEqual(['own']);
    expect(await labels({ actor: elsewhere.actor.id })).toEqual([]);
    await write(admin, 'member.invited', 'today');
    expect((await listActors(admin)).map((actor) => actor.id)).toEqual([admin.actor.id]);
  });

  it('is closed to roles without the right, and open to the console for a tenant that exists', async () => {
    await write(admin, 'member.invited', 'own');
    await expect(listEvents(await createMember(tenant, 'manager'), query({}), 'UTC')).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await listTenantEvents(superAdmin('support'), tenant.tenantId, query({}), 'UTC')).data).toHaveLength(1);
    await expect(listTenantEvents(superAdmin(), uuidv7(), query({}), 'UTC')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the export', () => {
  it('holds every event that matches and is itself on the record', async () => {
    await tenantDb(tenant).auditEvent.createMany({
      data: Array.from({ length: 1_203 }, (_, n) => ({
        action: 'member.invited',
        actorType: 'member',
        actorLabel: 'Ada',
        targetType: 'member',
        targetLabel: `p${n}`,
      })),
    });
    const exported = await lines({ action: 'member.invited', format: 'ndjson' });
    expect(exported).toHaveLength(1_203);
    expect(new Set(exported.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(1_203);
    const [event] = (await listEvents(admin, query({ action: 'audit.exported' }), 'UTC')).data;
    expect(event).toMatchObject({
      actorLabel: expect.stringContaining('Ada Admin') as string,
      changes: { format: { after: 'ndjson' }, action: { after: 'member.invited' } },
    });
  });

  it('writes no cell that a spreadsheet would run', async () => {
    await tenantDb(tenant).$transaction((tx) =>
      recordEvent(tx, admin, 'member.renamed', { type: 'member', label: '=HYPERLINK("http://evil.test")' }),
    );
    const text = (await lines({ format: 'csv', action: 'member.renamed' })).join('\n');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
  });

  it('does not exist where the plan has no export, and is refused to roles without the right', async () => {
    const basic = await createMember(await createTestTenant({ plan: 'basic' }), 'owner');
    await expect(lines({}, basic)).rejects.toMatchObject({ code: 'not_found' });
    expect(await tenantDb(basic).auditEvent.count()).toBe(0);
    await expect(lines({}, await createMember(tenant, 'manager'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});
