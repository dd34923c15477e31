'use client';

import { useTranslations } from 'use-intl';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { Swatch } from './swatch';

/** One value of a brand in words. */
export function TokenValue({ field, tokens }: { field: keyof BrandTokens; tokens: BrandTokens }) {
  const t = useTranslations('branding');
  const common = useTranslations('common');
  switch (field) {
    case 'brandColour':
    case 'accentColour': {
      const colour = tokens[field] ?? tokens.brandColour;
      return (
        <span className="inline-flex items-center gap-1.5 font-mono text-sm uppercase">
          <Swatch colour={colour} /> {colour}
        </span>
      );
    }
    case 'neutralColour': {
      const colour = tokens.neutralColour ?? tokens.brandColour;
      return (
        <span className="inline-flex items-center gap-1.5 font-mono text-sm uppercase">
          <Swatch colour={colour} /> {colour}
        </span>
      );
    }
    case 'neutralTint':
      return <span>{t(`tint.${tokens.neutralTint}`)}</span>;
    case 'radius':
      return <span>{t(`radius.${tokens.radius}`)}</span>;
    case 'font':
      return <span>{t(`font.${tokens.font}`)}</span>;
    case 'theme':
      return <span>{t(`theme.${tokens.theme}`)}</span>;
    case 'signInLayout':
      return <span>{t(`signInLayout.${tokens.signInLayout}`)}</span>;
    case 'emailHeader':
      return <span>{t(`emailHeader.${tokens.emailHeader}`)}</span>;
    case 'emailFooter':
      return <span className="wrap-anywhere">{tokens.emailFooter ?? common('none')}</span>;
    case 'displayName':
      return <span className="wrap-anywhere">{tokens.displayName}</span>;
    default:
      return <span>{tokens[field] === undefined ? common('none') : t('asset.own')}</span>;
  }
}
