import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { derivePalette } from '@/lib/core/branding/palette';
import { absoluteAssetUrl, publishedBrand } from '@/lib/core/branding/read-brand';
import { BRAND_ROLES, type ThemePalette } from '@/lib/core/branding/roles';
import {
  BRAND_FONTS,
  BRAND_RADII,
  BRAND_THEMES,
  EMAIL_HEADERS,
  NEUTRAL_TINTS,
  SIGN_IN_LAYOUTS,
} from '@/lib/core/branding/schema';
import { AppError } from '@/lib/platform/errors';
import type { HostRecord } from '@/lib/tenancy/host-directory';

const hex = z.string().regex(/^#[0-9a-f]{6}$/);
const themeSchema = z.strictObject(
  Object.fromEntries(BRAND_ROLES.map((role) => [role, hex])) as Record<keyof ThemePalette, typeof hex>,
);
const url = z.url().nullable();

/** What `GET /api/v1/branding` says: the live brand and all that follows from it. Colours meet WCAG AA in their named pairs. */
const publicBrandSchema = z.strictObject({
  version: z.int().min(0),
  name: z.string(),
  brandColour: hex,
  accentColour: hex,
  neutralTint: z.enum(NEUTRAL_TINTS),
  neutralColour: hex,
  radius: z.enum(BRAND_RADII),
  font: z.enum(BRAND_FONTS),
  theme: z.enum(BRAND_THEMES),
  signIn: z.strictObject({ layout: z.enum(SIGN_IN_LAYOUTS), picture: url }),
  // The line under mails stays out: who gets no mail has never seen it.
  email: z.strictObject({ header: z.enum(EMAIL_HEADERS) }),
  colours: z.strictObject({ light: themeSchema, dark: themeSchema }),
  assets: z.strictObject({ logo: url, logoDark: url, logoPng: url, logoDarkPng: url, favicon: url }),
});
export type PublicBrand = z.infer<typeof publicBrandSchema>;

/** @returns the document, and an entity tag that changes whenever any part of it does @throws AppError tenant_suspended */
export async function publicBrand(record: HostRecord): Promise<{ brand: PublicBrand; etag: string }> {
  if (record.status === 'suspended') throw new AppError('tenant_suspended', 'This tenant is suspended.');
  const { version, tokens, ...urls } = await publishedBrand(record);
  const { light, dark } = derivePalette(tokens);
  const asset = (path: string | null) => absoluteAssetUrl(record.host, path);
  const brand = publicBrandSchema.parse({
    version,
    name: tokens.displayName,
    brandColour: tokens.brandColour,
    accentColour: tokens.accentColour ?? tokens.brandColour,
    neutralTint: tokens.neutralTint,
    neutralColour: tokens.neutralColour ?? tokens.brandColour,
    radius: tokens.radius,
    font: tokens.font,
    theme: tokens.theme,
    signIn: { layout: tokens.signInLayout, picture: asset(urls.signInPictureUrl) },
    email: { header: tokens.emailHeader },
    colours: { light, dark },
    assets: {
      logo: asset(urls.logoUrl),
      logoDark: asset(urls.logoDarkUrl),
      logoPng: asset(urls.logoPngUrl),
      logoDarkPng: asset(urls.logoDarkPngUrl),
      favicon: asset(urls.markUrl),
    },
  });
  const digest = createHash('sha256').update(JSON.stringify(brand)).digest('base64url');
  return { brand, etag: `"${digest.slice(0, 27)}"` };
}
