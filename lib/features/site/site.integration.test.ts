import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf, type TestTenant } from '@/lib/testing/tenant';
import { changeAnnouncement, createAnnouncement, deleteAnnouncement } from './announcements';
import { changeNavigation } from './change-navigation';
import { changeSitePassword } from './change-password';
import { changeSiteSettings } from './change-settings';
import { liveAnnouncements, liveSite, siteGate } from './live-site';
import { listAnnouncements, readSite } from './read-site';
import { lookOf, plainSite } from './store';
import { unlockSite } from './unlock-site';

let database: TestDatabase;
let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});
beforeEach(async () => {
  [tenant, other] = [await createTestTenant({ plan: 'basic' }), await createTestTenant({ plan: 'basic' })];
});
afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const manager = () => memberOf(tenant, 'manager');
const look = lookOf(plainSite);
const hashed = (value: string): string => createHash('sha256').update(value).digest('hex');
const missing = { code: 'not_found', message: 'Not found.' };

async function pageOf(owner: TestTenant): Promise<string> {
  const id = uuidv7();
  await tenantDb(owner).page.create({ data: { id, slug: `p-${id}`, title: 'P', body: '', updatedByName: 'test' } });
  return id;
}

describe('the settings of a site', () => {
  it('are plain until somebody saves, in force at once, and not overwritten unseen', async () => {
    expect(await readSite(manager())).toEqual(plainSite);
    const { updatedAt } = await changeSiteSettings(manager(), { ...look, language: 'ar', updatedAt: null });
    expect(await liveSite(tenant)).toMatchObject({ language: 'ar', updatedAt });
    const stale = changeSiteSettings(manager(), { ...look, updatedAt: null });
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
    await changeSiteSettings(manager(), { ...look, siteName: 'Harbour', updatedAt });
    expect(await liveSite(other)).toEqual(plainSite);
  });

  it('name no page of another tenant', async () => {
    const theirs = await pageOf(other);
    const refused = { code: 'validation_failed' };
    await expect(
      changeSiteSettings(manager(), { ...look, frontPageId: theirs, updatedAt: null }),
    ).rejects.toMatchObject(refused);
    await expect(
      changeSiteSettings(manager(), { ...look, notFoundPageId: theirs, updatedAt: null }),
    ).rejects.toMatchObject(refused);
    const link = { kind: 'page' as const, pageId: theirs, label: '', children: [] };
    await expect(changeNavigation(manager(), { header: [link], footer: null, updatedAt: null })).rejects.toMatchObject(
      refused,
    );
    expect(await readSite(manager())).toEqual(plainSite);
  });

  it('are refused to those who may not', async () => {
    const viewer = memberOf(tenant, 'viewer');
    await expect(readSite(viewer)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(changeSitePassword(viewer, { password: null })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the password of a site', () => {
  it('opens it to who knows it, at this tenant, until it changes', async () => {
    expect(await siteGate(tenant)).toBeNull();
    await changeSitePassword(manager(), { password: 'quiet harbour' });
    await changeSitePassword(memberOf(other, 'manager'), { password: 'quiet harbour' });
    expect(await unlockSite(tenant, 'loud harbour', '192.0.2.1')).toBeNull();
    const value = await unlockSite(tenant, 'quiet harbour', '192.0.2.1');
    expect(hashed(value ?? '')).toBe(await siteGate(tenant));
    expect(hashed(value ?? '')).not.toBe(await siteGate(other));
    await changeSitePassword(manager(), { password: 'quiet harbour' });
    expect(hashed(value ?? '')).not.toBe(await siteGate(tenant));
    await changeSitePassword(manager(), { password: null });
    expect(await siteGate(tenant)).toBeNull();
    expect(await unlockSite(tenant, 'quiet harbour', '192.0.2.1')).toBeNull();
  });

  it('is not to be guessed from one network', async () => {
    await changeSitePassword(manager(), { password: 'quiet harbour' });
    for (let tries = 0; tries < 10; tries++) expect(await unlockSite(tenant, `wrong ${tries}`, '192.0.2.9')).toBeNull();
    await expect(unlockSite(tenant, 'quiet harbour', '192.0.2.9')).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await unlockSite(tenant, 'quiet harbour', '192.0.2.10')).not.toBeNull();
  });

  it('is stored as argon2id and stands in no log', async () => {
    await changeSitePassword(manager(), { password: 'quiet harbour' });
    const row = await tenantDb(tenant).siteSettings.findFirst();
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(await tenantDb(tenant).auditEvent.findMany())).not.toContain('quiet');
  });
});

describe('an announcement', () => {
  const words = { text: 'Closed on Monday', tone: 'info' as const, place: 'site' as const, linkUrl: '', linkLabel: '' };
  const at = (hour: number): string => new Date(Date.UTC(2030, 0, 1, hour)).toISOString();

  it('is shown from its start until its end', async () => {
    await createAnnouncement(manager(), { ...words, startsAt: at(10), endsAt: at(12) });
    const shown = async (hour: number) => (await liveAnnouncements(tenant, 'site', new Date(at(hour)))).length;
    expect([await shown(9), await shown(10), await shown(11), await shown(12)]).toEqual([0, 1, 1, 0]);
    expect(await liveAnnouncements(other, 'site', new Date(at(11)))).toEqual([]);
  });

  it('is shown where its author wants it, and nowhere else', async () => {
    const always = { startsAt: null, endsAt: null };
    for (const place of ['site', 'portal', 'both'] as const)
      await createAnnouncement(manager(), { ...words, ...always, place, text: `For ${place}` });
    const shown = async (where: 'site' | 'portal') => (await liveAnnouncements(tenant, where)).map(({ text }) => text);
    expect([await shown('site'), await shown('portal')]).toEqual([
      ['For both', 'For site'],
      ['For both', 'For portal'],
    ]);
    const { id, updatedAt } = (await listAnnouncements(manager()))[0] ?? { id: '', updatedAt: '' };
    await changeAnnouncement(manager(), { ...words, ...always, id, updatedAt, place: 'site', text: 'Moved' });
    expect([await shown('site'), await shown('portal')]).toEqual([['Moved', 'For site'], ['For portal']]);
    const events = await tenantDb(tenant).auditEvent.findMany({ where: { action: 'site.announcement_changed' } });
    expect(events[0]?.changes).toMatchObject({ place: { before: 'both', after: 'site' } });
  });

  it('has no place that nobody shows', async () => {
    const row = { text: 'T', tone: 'info', place: 'nowhere', updatedByName: 'test' };
    await expect(tenantDb(tenant).siteAnnouncement.create({ data: row })).rejects.toThrow();
  });

  it('is one of three at once', async () => {
    for (let count = 0; count < 5; count++)
      await createAnnouncement(manager(), { ...words, text: `Number ${count}`, startsAt: null, endsAt: null });
    expect((await liveAnnouncements(tenant, 'site')).map(({ text }) => text)).toEqual([
      'Number 4',
      'Number 3',
      'Number 2',
    ]);
  });

  it('of another tenant answers like one that is not there', async () => {
    const { id } = await createAnnouncement(manager(), { ...words, startsAt: null, endsAt: null });
    const stranger = memberOf(other, 'owner');
    const updatedAt = (await listAnnouncements(manager()))[0]?.updatedAt ?? '';
    for (const each of [id, uuidv7()]) {
      const change = changeAnnouncement(stranger, { id: each, updatedAt, ...words, startsAt: null, endsAt: null });
      await expect(change).rejects.toMatchObject(missing);
      await expect(deleteAnnouncement(stranger, each)).rejects.toMatchObject(missing);
    }
    expect(await listAnnouncements(stranger)).toEqual([]);
    await deleteAnnouncement(manager(), id);
    expect(await liveAnnouncements(tenant, 'site')).toEqual([]);
  });
});
