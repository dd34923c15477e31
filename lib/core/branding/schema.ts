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

/** How the sign-in page is laid out. The picture shows in `split` and `banner`; without one the brand's colour stands there. */
export const SIGN_IN_LAYOUTS = ['centred', 'split', 'banner'] as const;
/** What stands at the top of a mail. */
export const EMAIL_HEADERS = ['plain', 'band'] as const;

/** `#rrggbb`, the only way a colour enters the system; `#rgb` and capitals are brought to it. */
export const hexColourSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/, 'invalid_colour')
  .transform((hex) => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex));

export const displayNameSchema = displayNameText(60);

function displayNameText(charactersMax: number) {
  return (
    z
      .string()
      .trim()
      .min(1, 'required')
      .max(charactersMax, 'too_long')
      // Line breaks would break mail headers, direction marks would let a name read backwards.
      .regex(/^[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'invalid_characters')
  );
}

/** One line of the tenant's own under each mail: an address, a register number. */
const emailFooterSchema = displayNameText(160);

/**
 * A tenant's brand: every value is an enumeration, a validated colour, an id, or a line of text that is escaped wherever it shows, so no part
 * of it can carry markup or CSS. What came later has a default: rows stored before it parse as before.
 */
export const brandTokensSchema = z.strictObject({
  displayName: displayNameSchema,
  brandColour: hexColourSchema,
  /** Links, selection and focus, when they should differ from the brand colour. */
  accentColour: hexColourSchema.optional(),
  neutralTint: z.enum(NEUTRAL_TINTS),
  /** The hue of the greys, when it should differ from the brand's. */
  neutralColour: hexColourSchema.optional(),
  radius: z.enum(BRAND_RADII),
  font: z.enum(BRAND_FONTS),
  theme: z.enum(BRAND_THEMES),
  logoLightAssetId: z.uuid().optional(),
  logoDarkAssetId: z.uuid().optional(),
  faviconAssetId: z.uuid().optional(),
  signInLayout: z.enum(SIGN_IN_LAYOUTS).default('centred'),
  signInPictureAssetId: z.uuid().optional(),
  emailHeader: z.enum(EMAIL_HEADERS).default('plain'),
  emailFooter: emailFooterSchema.optional(),
});

export type BrandTokens = z.infer<typeof brandTokensSchema>;
export type BrandFont = BrandTokens['font'];
export type BrandRadius = BrandTokens['radius'];
export type EmailHeader = BrandTokens['emailHeader'];
export type SignInLayout = BrandTokens['signInLayout'];
export type NeutralTint = BrandTokens['neutralTint'];
