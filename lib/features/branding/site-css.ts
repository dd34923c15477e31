import { brandVariables } from '@/lib/core/branding/css';
import { contrastRatio, hexToOklch, oklchToHex } from '@/lib/core/branding/oklch';
import { derivePalette } from '@/lib/core/branding/palette';
import type { ThemeName } from '@/lib/core/branding/roles';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';

/**
 * The brand's tokens for a site, whose theme nobody can switch: each theme stands in the page at most once. As in `brandCss`, only
 * derived colours and values of const tables get in; the doubled selector outranks the stylesheet.
 */
export function siteCss(tokens: BrandTokens): string {
  const valid = brandTokensSchema.parse(tokens);
  if (valid.theme === 'dark') return rule(valid, 'dark');
  if (valid.theme === 'light') return rule(valid, 'light');
  return `${rule(valid, 'light')}\n@media (prefers-color-scheme:dark){${rule(valid, 'dark')}}`;
}

function rule(tokens: BrandTokens, theme: ThemeName): string {
  const declarations = Object.entries(siteVariables(tokens, theme)).map(([name, value]) => `${name}:${value}`);
  return `:root:root{${declarations.join(';')}}`;
}

/** What a site knows besides what a portal does: also for pictures of one. */
export function siteVariables(tokens: BrandTokens, theme: ThemeName): Record<`--${string}`, string> {
  return { ...brandVariables(tokens, theme), '--hero-mark': heroMark(tokens, theme) };
}

/**
 * A shade a little off the brand's colour, for the large letter behind a headline. Text runs over it, so it is moved away from the
 * text's colour wherever moving towards it would cost readability.
 */
function heroMark(tokens: BrandTokens, theme: ThemeName): string {
  const { brand, 'on-brand': ink } = derivePalette(tokens)[theme];
  const colour = hexToOklch(brand);
  const towardsInk = hexToOklch(ink).l > colour.l ? STEP : -STEP;
  const near = oklchToHex({ ...colour, l: colour.l + towardsInk });
  return contrastRatio(ink, near) >= TEXT_RATIO ? near : oklchToHex({ ...colour, l: colour.l - towardsInk });
}

const STEP = 0.07;
const TEXT_RATIO = 4.5;
