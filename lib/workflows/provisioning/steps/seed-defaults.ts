import 'server-only';
import { putPublishedBrand } from '@/lib/core/branding/publish-brand-row';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { discardLogo, storeLogo } from '../logo';
import { derivedId, type ActiveRun } from '../run-record';
import type { Step } from '../step';

/** Settings, the brand as version 1 where one was chosen, and the feature values chosen in the wizard. Every row has an id of its own making. */
export const seedDefaults: Step = {
  name: 'seed_defaults',
  role: 'tenant',
  async run(run) {
    const logoLightAssetId = await storeLogo(run);
    await tenantDb(run.scope).$transaction(async (tx) => {
      await tx.tenantSettings.createMany({ data: [settingsRow(run)], skipDuplicates: true });
      const brand = brandRow(run, logoLightAssetId);
      if (brand) {
        await tx.brandVersion.createMany({ data: [brand], skipDuplicates: true });
        await putPublishedBrand(tx, brand.number, brand.tokens);
      }
      await tx.flagOverride.createMany({ data: overrideRows(run), skipDuplicates: true });
    });
  },
  async compensate(run) {
    await discardLogo(run);
    await tenantDb(run.scope).$transaction(async (tx) => {
      await tx.flagOverride.deleteMany({});
      await tx.brandVersion.deleteMany({});
      await tx.publishedBrand.deleteMany({});
      await tx.tenantSettings.deleteMany({});
    });
  },
};

function settingsRow({ tenantId, input }: ActiveRun) {
  const { timeZone, locale, currency } = input.tenant.organisation;
  return { tenantId, id: derivedId(tenantId, 'settings'), timeZone, locale, currency };
}

function brandRow({ tenantId, input, requestedBy }: ActiveRun, logoLightAssetId: string | undefined) {
  if (!input.tenant.branding) return null;
  const { logo: _logo, ...look } = input.tenant.branding;
  const tokens: BrandTokens = brandTokensSchema.parse({ ...look, logoLightAssetId });
  const name = requestedBy;
  return {
    tenantId,
    id: derivedId(tenantId, 'brand'),
    number: 1,
    status: 'published',
    tokens,
    createdByName: name,
    publishedAt: new Date(),
    publishedByName: name,
  };
}

function overrideRows({ tenantId, input, requestedById, requestedBy }: ActiveRun) {
  return Object.entries(input.tenant.features.overrides).map(([flagKey, value]) => ({
    tenantId,
    id: derivedId(tenantId, `flag:${flagKey}`),
    flagKey,
    value,
    reason: 'chosen at creation',
    setBy: 'console',
    setById: requestedById,
    setByName: requestedBy,
  }));
}
