import { z } from 'zod';

export const BRAND_RADII = ['none', 'small', 'medium', 'large', 'full'] as const;
export const BRAND_FONTS = [
  'inter',
  'source-serif',
  'space-grotesk',
  'nunito-sans',
  'ibm-plex-sans',
  'system',
] as const;
export const BRAND_THEMES = ['light', 'dark', 'system'] as const;
/** How much of the brand's hue the greys take. */
export const NEUTRAL_TINTS = ['none', 'subtle', 'strong'] as const;

/** `#rrggbb`, the only way a colour enters the system; `#rgb` and capitals are brought to it. */
export const hexColourSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/, 'invalid_colour')
  .transform((hex) => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex));

export const displayNameSchema = z
  .string()
  .trim()
  .min(1, 'required')
  .max(60, 'too_long')
  // Line breaks would break mail headers, direction marks would let a name read backwards.
  .regex(/^[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'invalid_characters');

/** A tenant's brand: every value is an enumeration, a validated colour or an id, so no part of it can carry markup or CSS. */
export const brandTokensSchema = z.strictObject({
  displayName: displayNameSchema,
  brandColour: hexColourSchema,
  /** Links, selection and focus, when they should differ from the brand colour. */
  accentColour: hexColourSchema.optional(),
  neutralTint: z.enum(NEUTRAL_TINTS),
  radius: z.enum(BRAND_RADII),
  font: z.enum(BRAND_FONTS),
  theme: z.enum(BRAND_THEMES),
  logoLightAssetId: z.uuid().optional(),
  logoDarkAssetId: z.uuid().optional(),
  faviconAssetId: z.uuid().optional(),
});

export type BrandTokens = z.infer<typeof brandTokensSchema>;
export type BrandFont = BrandTokens['font'];
export type BrandRadius = BrandTokens['radius'];
export type NeutralTint = BrandTokens['neutralTint'];
