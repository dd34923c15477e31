import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { startChangeBus } from '@/lib/platform/change-bus';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf } from '@/lib/testing/tenant';
import { publicBrand } from './public-brand';
import { publishBrand } from './publish-brand';
import { readBranding } from './read-branding';
import { uploadAsset } from './upload-asset';

let database: TestDatabase;
let admin: MemberContext;
let record: HostRecord;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  startChangeBus();
});

beforeEach(async () => {
  admin = memberOf(await createTestTenant({ name: 'Acme' }));
  const { tenantId, placement, slug, planId } = admin;
  const host = `${slug}.localhost`;
  record = {
    ...{ tenantId, placement, slug, planId, host },
    ...{ surface: 'portal', isPrimary: true, primaryHost: host, name: 'Acme', status: 'active' },
  };
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

async function publish(changes: Partial<BrandTokens>): Promise<void> {
  const { revision, tokens } = await readBranding(admin);
  const { number } = await publishBrand(admin, { revision, tokens: { ...tokens, ...changes } });
  await vi.waitFor(async () => expect((await publishedBrand(admin)).version).toBe(number), { timeout: 1_000 });
}

describe('the brand as programs read it', () => {
  it('says of a brand that chose little what shows in its place', async () => {
    const { brandColour } = defaultTenantBrand('Acme');
    expect((await publicBrand(record)).brand).toMatchObject({
      neutralColour: brandColour,
      signIn: { layout: 'centred', picture: null },
      email: { header: 'plain' },
    });
  });

  it('names the hue of the greys, the sign-in page with its picture, and the top of mails', async () => {
    const png = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#225577' } })
      .png()
      .toBuffer();
    const picture = await uploadAsset(admin, { kind: 'sign_in', file: new Blob([new Uint8Array(png)]) });
    await publish({
      neutralColour: '#775522',
      signInLayout: 'split',
      signInPictureAssetId: picture.id,
      emailHeader: 'band',
      emailFooter: 'Acme, 1 Main Street',
    });
    const { brand } = await publicBrand(record);
    expect(brand).toMatchObject({ neutralColour: '#775522', signIn: { layout: 'split' }, email: { header: 'band' } });
    expect(new URL(brand.signIn.picture ?? '')).toMatchObject({
      hostname: `${admin.slug}.localhost`,
      pathname: picture.url,
    });
    expect(JSON.stringify(brand)).not.toContain('Main Street');
  });

  it.each<Partial<BrandTokens>>([{ neutralColour: '#775522' }, { signInLayout: 'banner' }, { emailHeader: 'band' }])(
    'has another tag once %o is published',
    async (changes) => {
      await publish({});
      const before = await publicBrand(record);
      await publish(changes);
      const after = await publicBrand(record);
      expect(after.etag).not.toBe(before.etag);
      // The number of the version alone would change the tag too.
      expect({ ...after.brand, version: 0 }).not.toEqual({ ...before.brand, version: 0 });
    },
  );
});
