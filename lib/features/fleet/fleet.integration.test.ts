import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTenant,
  openConsoleFixture,
  superAdminContext,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { readMigrationFiles } from '@/lib/platform/migration-files';
import { newestOf } from '@/lib/tenancy/placements/books';
import { fleetStatus, readFleet } from './read-fleet';
import { requestMigration } from './request-migration';
import { runMigration } from './run-migration';
import { fleetQuerySchema } from './schema';

const support = superAdminContext('support');
const operator = superAdminContext('operator');
const newest = newestOf(readMigrationFiles());
const all = fleetQuerySchema.parse({});
let fixture: ConsoleFixture;
let broken: string;
let current: string;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  await createTenant(fixture, { slug: 'sharing' });
  current = await createTenant(fixture, { slug: 'current', name: 'Current' });
  broken = await createTenant(fixture, { slug: 'broken', name: 'Broken 50% off' });
  const behind = await createTenant(fixture, { slug: 'behind', name: 'Behind' });
  await fixture.admin.query(
    `INSERT INTO placements (target_tenant_id, kind, version, failure, attempted_at) VALUES
       ($1, 'schema', $4, NULL, NULL), ($2, 'database', $4, 'It failed.', now()), ($3, 'schema', 'older', NULL, NULL)`,
    [current, broken, behind, newest],
  );
});
afterAll(() => fixture.close());

describe("the fleet of tenants' places", () => {
  it('shows every place and no tenant that shares, what needs attention first', async () => {
    const { data, counts, pages } = await readFleet(support, all);
    expect(data.map(({ slug, state }) => [slug, state])).toEqual([
      ['broken', 'failed'],
      ['behind', 'behind'],
      ['current', 'current'],
    ]);
    expect(data[0]).toMatchObject({ placement: 'database', failure: 'It failed.', attemptedAt: expect.any(String) });
    expect([counts, pages]).toEqual([{ failed: 1, behind: 1, current: 1 }, 1]);
  });

  it('is narrowed by state and by name, and counts all the same', async () => {
    const slugs = async (query: object) =>
      (await readFleet(support, fleetQuerySchema.parse(query))).data.map(({ slug }) => slug);
    expect(await slugs({ state: 'behind' })).toEqual(['behind']);
    expect(await slugs({ q: '50%' })).toEqual(['broken']);
    expect(await slugs({ q: '%' })).toEqual(['broken']);
    expect(await slugs({ page: 2 })).toEqual([]);
    expect((await readFleet(support, { ...all, q: 'nobody' })).counts.current).toBe(1);
  });

  it('tells the command line who is not up to date', async () => {
    const status = await fleetStatus(operator);
    expect(status).toMatchObject({ places: 3, upToDate: 1, behind: 1, failed: 1 });
    expect(status.notUpToDate.map(({ slug }) => slug)).toEqual(['broken', 'behind']);
  });

  it('is migrated when an operator asks, on the record, and not when support asks', async () => {
    await expect(requestMigration(support, {})).rejects.toMatchObject({ code: 'forbidden' });
    await requestMigration(operator, { tenantId: broken });
    await requestMigration(operator, {});
    const { rows } = await fixture.admin.query(
      'SELECT action, target_label, subject_tenant_id FROM platform_audit_events ORDER BY at',
    );
    expect(rows).toEqual([
      { action: 'fleet.migration_requested', target_label: 'Broken 50% off', subject_tenant_id: broken },
      { action: 'fleet.migration_requested', target_label: null, subject_tenant_id: null },
    ]);
    expect((await readFleet(support, all)).running).toBe(true);
  });

  it('has nothing to migrate for a tenant that is up to date, shares, or does not exist', async () => {
    const sharing = await fixture.admin.query<{ id: string }>(`SELECT id FROM tenants WHERE slug = 'sharing'`);
    for (const tenantId of [current, sharing.rows[0]?.id, crypto.randomUUID()])
      await expect(requestMigration(operator, { tenantId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps what failed for the page, while the job itself is done', async () => {
    await runMigration(broken);
    const { data } = await readFleet(support, { ...all, state: 'failed' });
    expect(data).toMatchObject([{ slug: 'broken', failure: 'Its database is missing.' }]);
  });
});
