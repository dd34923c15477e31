import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noOrigins } from '@/lib/edge/host-policy';
import { siteHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { createTenant, openConsoleFixture, type ConsoleFixture } from '@/lib/testing/console-fixtures';
import { hostPolicy } from './host-policy';

let fixture: ConsoleFixture;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  const tenantId = await createTenant(fixture, { slug: 'harbour' });
  await createTenant(fixture, { slug: 'paused', status: 'suspended' });
  const custom = { tenantId, kind: 'custom', isPrimary: false };
  await consoleDb().host.createMany({
    data: [
      { ...custom, host: 'www.harbour.example', surface: 'site', status: 'active' },
      { ...custom, host: 'portal.harbour.example', surface: 'portal', status: 'active' },
      { ...custom, host: 'new.harbour.example', surface: 'site', status: 'reserved' },
      { ...custom, host: 'off.harbour.example', surface: 'site', status: 'disabled' },
    ],
  });
});
afterAll(() => fixture.close());

describe('what the edge is told of a host', () => {
  const open = { origins: noOrigins, gate: null };

  it('is its surface, and where its primary one is', async () => {
    expect(await hostPolicy(siteHost('harbour'))).toEqual({ ...open, surface: 'site', redirectTo: null });
    expect(await hostPolicy('www.harbour.example')).toMatchObject({
      surface: 'site',
      redirectTo: expect.stringMatching(/^http:\/\/harbour\.sites\.localhost/) as unknown,
    });
    expect(await hostPolicy('portal.harbour.example')).toMatchObject({
      surface: 'portal',
      redirectTo: expect.stringMatching(/^http:\/\/harbour\.localhost/) as unknown,
    });
    expect(await hostPolicy(siteHost('paused'))).toMatchObject({ surface: 'site' });
  });

  it.each(['new.harbour.example', 'off.harbour.example', 'nobody.example', '', 'WWW.HARBOUR.EXAMPLE'])(
    'is nothing for %j',
    async (host) => {
      expect(await hostPolicy(host)).toBeNull();
    },
  );
});
