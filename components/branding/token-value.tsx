'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { BrandTokens } from '@/lib/core/branding/schema';
import type { BrandAssetView } from '@/lib/features/branding/schema';
import { Swatch } from './swatch';

/** One value of a brand: a colour as itself, a picture small, the rest in words. */
interface TokenValueProps {
  field: keyof BrandTokens;
  tokens: BrandTokens;
  /** The pictures that are at hand; another is told in words. */
  assets: readonly BrandAssetView[];
}

export function TokenValue({ field, tokens, assets }: TokenValueProps) {
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
      return (
        <Picture url={assets.find(({ id }) => id === tokens[field])?.url} dark={field === 'logoDarkAssetId'}>
          {tokens[field] === undefined ? common('none') : t('asset.own')}
        </Picture>
      );
  }
}

function Picture({ url, dark, children }: { url: string | undefined; dark: boolean; children: ReactNode }) {
  if (url === undefined) return <span>{children}</span>;
  return (
    <span
      data-theme={dark ? 'dark' : 'light'}
      className="flex h-9 w-20 rounded-sm border border-border bg-[#fff] p-1 data-[theme=dark]:bg-[#101114]"
    >
      <span className="sr-only">{children}</span>
      <img src={url} alt="" className="size-full min-h-0 min-w-0 object-contain" />
    </span>
  );
}
