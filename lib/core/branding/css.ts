import { derivePalette } from './palette';
import { BRAND_ROLES, type ThemeName, type ThemePalette } from './roles';
import { brandTokensSchema, type BrandFont, type BrandRadius, type BrandTokens } from './schema';

/**
 * The overrides of the stylesheet's tokens for one brand, for a server-rendered <style>. Only derived colours and values of const
 * tables get in; nothing a tenant typed is ever part of the text. Tokens are parsed again because a stored row is input too.
 */
export function brandCss(tokens: BrandTokens): string {
  const valid = brandTokensSchema.parse(tokens);
  const { light, dark } = derivePalette(valid);
  const shape = `--radius:${RADII[valid.radius]};--font-sans:${FONTS[valid.font]}`;
  // Doubled selectors outrank the stylesheet whatever the order in which the two arrive.
  return [
    `:root:root{${shape};${declarations(light)}}`,
    `:root[data-theme='dark']{${declarations(dark)}}`,
    `@media (prefers-color-scheme:dark){:root[data-theme='system']{${declarations(dark)}}}`,
  ].join('\n');
}

/** The same overrides as a style object, for a preview inside a page that has another brand. */
export function brandVariables(tokens: BrandTokens, theme: ThemeName): Record<`--${string}`, string> {
  const palette = derivePalette(tokens)[theme];
  const colours = Object.fromEntries(BRAND_ROLES.map((role) => [`--${role}`, palette[role]]));
  return { ...colours, '--radius': RADII[tokens.radius], '--font-sans': FONTS[tokens.font] };
}

/** The browser's own chrome (`<meta name="theme-color">`, web manifest) in the brand's ground colours. */
export function themeColours(tokens: BrandTokens): Record<ThemeName, string> {
  const { light, dark } = derivePalette(tokens);
  return { light: light.surface, dark: dark.surface };
}

function declarations(palette: ThemePalette): string {
  return BRAND_ROLES.map((role) => `--${role}:${palette[role]}`).join(';');
}

// `full` is half a control's height: controls become pills, cards stay rectangles.
const RADII: Record<BrandRadius, string> = {
  none: '0rem',
  small: '0.25rem',
  medium: '0.375rem',
  large: '0.625rem',
  full: '1rem',
};

const FONTS: Record<BrandFont, string> = {
  inter: "'Inter Variable',ui-sans-serif,system-ui,sans-serif",
  'source-serif': "'Source Serif 4 Variable',ui-serif,Georgia,serif",
  'space-grotesk': "'Space Grotesk Variable',ui-sans-serif,system-ui,sans-serif",
  'nunito-sans': "'Nunito Sans Variable',ui-sans-serif,system-ui,sans-serif",
  'ibm-plex-sans': "'IBM Plex Sans Variable',ui-sans-serif,system-ui,sans-serif",
  system: "ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif",
};
