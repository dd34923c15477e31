import 'server-only';
import { onChange } from '@/lib/platform/change-bus';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import { brandCss } from './css';
import { defaultTenantBrand, porticoBrand } from './defaults';
import { withoutPictures } from './rules';
import { picturesOf, type BrandPictures } from './pictures';
import { brandTokensSchema, type BrandTokens } from './schema';

/** The brand of the console, the find-your-portal page and mails to super-admins. */
export interface PlatformLook extends BrandPictures {
  tokens: BrandTokens;
  /** Left out where nobody chose a brand: the stylesheet is Portico's own. */
  css: string | undefined;
}

/** Kept for a minute and dropped on a change. Without a database it is what was last seen, else Portico's own. */
export async function platformLook(): Promise<PlatformLook> {
  if (held && performance.now() - held.at < TTL_MS) return held.look;
  const before = changes;
  try {
    const look = await readLook();
    // What was read before a change, and arrives after it, is not kept.
    if (changes === before) held = { at: performance.now(), look };
    return look;
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    return held?.look ?? own;
  }
}

/** What tenants without a brand look like now, for forms of the console that begin with it. Pictures and name are each tenant's own. */
export async function tenantStart(): Promise<Omit<BrandTokens, 'displayName'>> {
  const row = await consoleDb().platformBrand.findUnique({
    where: { key: 'tenant_default' },
    select: { tokens: true },
  });
  const start = row ? brandTokensSchema.parse(row.tokens) : defaultTenantBrand('');
  const { displayName: _name, ...look } = withoutPictures(start);
  return look;
}

async function readLook(): Promise<PlatformLook> {
  const db = consoleDb();
  const row = await db.platformBrand.findUnique({ where: { key: 'platform' }, select: { tokens: true } });
  if (!row) return own;
  const tokens = brandTokensSchema.parse(row.tokens);
  const ids = [tokens.logoLightAssetId, tokens.logoDarkAssetId, tokens.faviconAssetId].filter((id) => id !== undefined);
  const assets = ids.length === 0 ? [] : await db.platformAsset.findMany({ where: { id: { in: ids } } });
  return { tokens, css: brandCss(tokens), ...picturesOf(tokens, assets) };
}

/** For the node that changed it. */
export function dropPlatformLook(): void {
  held = undefined;
  changes += 1;
}

const TTL_MS = 60_000;
const own: PlatformLook = { tokens: porticoBrand, css: undefined, ...picturesOf(porticoBrand, []) };
let changes = 0;
let held: { at: number; look: PlatformLook } | undefined;

onChange(({ kind, tenantId }) => {
  if (kind === 'branding' && tenantId === undefined) dropPlatformLook();
});
