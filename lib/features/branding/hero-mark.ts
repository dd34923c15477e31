import { contrastRatio, hexToOklch, oklchToHex } from '@/lib/core/branding/oklch';
import { derivePalette } from '@/lib/core/branding/palette';
import type { ThemePalette } from '@/lib/core/branding/roles';
import type { BrandTokens } from '@/lib/core/branding/schema';

/**
 * A shade a little off the brand's colour, as `--hero-mark`, for the large letter behind a headline. Text runs over it, so it is
 * moved away from the text's colour wherever moving towards it would cost readability.
 */
export function heroMarkCss(tokens: BrandTokens): string {
  const { light, dark } = derivePalette(tokens);
  const [day, night] = [`--hero-mark:${shade(light)}`, `--hero-mark:${shade(dark)}`];
  return `:root:root{${day}}\n:root[data-theme='dark']{${night}}\n@media (prefers-color-scheme:dark){:root[data-theme='system']{${night}}}`;
}

const STEP = 0.07;
const TEXT_RATIO = 4.5;

function shade({ brand, 'on-brand': ink }: ThemePalette): string {
  const colour = hexToOklch(brand);
  const towardsInk = hexToOklch(ink).l > colour.l ? STEP : -STEP;
  const [near, far] = [towardsInk, -towardsInk].map((step) => oklchToHex({ ...colour, l: colour.l + step }));
  return near !== undefined && contrastRatio(ink, near) >= TEXT_RATIO ? near : (far ?? brand);
}
