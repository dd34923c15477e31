'use client';

import { useDeferredValue, useState } from 'react';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { Segmented } from '@/components/ui/segmented';
import type { ThemeName } from '@/lib/core/branding/roles';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { isMark } from '@/lib/core/branding/rules';
import type { BrandAssetView } from '@/lib/features/branding/schema';
import { PREVIEW_SURFACES, PreviewFrame, type PreviewSurface } from './preview-frame';
import type { PreviewBrand } from './preview-logo';
import type { BrandTools, StudioFacts } from './studio-types';

interface BrandPreviewProps {
  tokens: BrandTokens;
  assets: readonly BrandAssetView[];
  hosts: StudioFacts['hosts'];
  tools: BrandTools;
}

const CHOICES = ['all', ...PREVIEW_SURFACES] as const;
const THEMES: readonly ThemeName[] = ['light', 'dark'];

/** The brand in use everywhere at once; each page can be looked at alone. */
export function BrandPreview({ tokens, assets, hosts, tools }: BrandPreviewProps) {
  const t = useTranslations('branding');
  const [choice, setChoice] = useState<(typeof CHOICES)[number]>('all');
  const [chosen, setTheme] = useState<ThemeName>();
  // Typing comes first; the pictures follow when there is time.
  const shown = useDeferredValue(tokens);
  const theme = chosen ?? (shown.theme === 'dark' ? 'dark' : 'light');
  const brand = brandOf(shown, assets, theme, tools);
  const variables = tools.variables(shown, theme);
  const alone = choice !== 'all';
  const frame = (surface: PreviewSurface, className: string) =>
    (choice === 'all' || choice === surface) && (
      <PreviewFrame
        key={surface}
        className={alone ? undefined : className}
        surface={surface}
        brand={brand}
        theme={theme}
        variables={variables}
        host={surface === 'site' ? hosts.site : hosts.portal}
        enlarged={alone}
        onToggle={() => setChoice(alone ? 'all' : surface)}
      />
    );
  const row = (columns: string) => clsx('contents', !alone && columns);
  return (
    <section aria-label={t('preview.title')} className="@container/board grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label={t('preview.surface')}
          options={CHOICES.map((value) => ({ value, label: t(`preview.${value}`) }))}
          value={choice}
          onChange={setChoice}
        />
        <Segmented
          label={t('preview.theme')}
          options={THEMES.map((value) => ({ value, label: t(`preview.${value}`) }))}
          value={theme}
          onChange={setTheme}
        />
      </div>
      <div className="rounded-xl bg-sunken p-3 pt-1.5 @2xl/board:p-4 @2xl/board:pt-2">
        <div className={clsx('grid gap-x-3 gap-y-2', !alone && 'grid-cols-2 @2xl/board:grid-cols-1')}>
          <div className={row('@2xl/board:grid @2xl/board:grid-cols-[2fr_1fr] @2xl/board:gap-4')}>
            {frame('portal', 'col-span-2 @2xl/board:col-span-1')}
            {frame('signIn', '')}
          </div>
          <div className={row('@2xl/board:grid @2xl/board:grid-cols-[1fr_2fr] @2xl/board:gap-4')}>
            {frame('email', '')}
            {frame('site', 'col-span-2 @2xl/board:col-span-1')}
          </div>
        </div>
      </div>
    </section>
  );
}

function brandOf(
  tokens: BrandTokens,
  assets: readonly BrandAssetView[],
  theme: ThemeName,
  tools: BrandTools,
): PreviewBrand {
  const url = (id: string | undefined) => assets.find((asset) => asset.id === id)?.url;
  const light = assets.find((asset) => asset.id === tokens.logoLightAssetId);
  const logo = light?.url;
  return {
    name: tokens.displayName.trim(),
    logoUrl: theme === 'dark' ? (url(tokens.logoDarkAssetId) ?? logo) : logo,
    logoIsMark: light !== undefined && isMark(light),
    markUrl: url(tokens.faviconAssetId),
    glyph: tools.glyph(tokens.displayName),
    rounded: tokens.radius !== 'none',
    signInLayout: tokens.signInLayout,
    signInPictureUrl: url(tokens.signInPictureAssetId) ?? null,
    email: { header: tokens.emailHeader, footerLine: tokens.emailFooter },
  };
}
