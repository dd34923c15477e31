'use client';

import { useDeferredValue, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Segmented } from '@/components/ui/segmented';
import type { ThemeName } from '@/lib/core/branding/roles';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { isMark } from '@/lib/core/branding/rules';
import type { BrandAssetView } from '@/lib/features/branding/schema';
import { PreviewEmail } from './preview-email';
import { PreviewPortal } from './preview-portal';
import { PreviewSignIn } from './preview-sign-in';
import { PreviewSite } from './preview-site';
import type { PreviewBrand } from './preview-logo';
import type { BrandTools, StudioFacts } from './studio-types';

interface BrandPreviewProps {
  tokens: BrandTokens;
  assets: readonly BrandAssetView[];
  hosts: StudioFacts['hosts'];
  tools: BrandTools;
}

const SURFACES = ['signIn', 'portal', 'site', 'email'] as const;
type PreviewSurface = (typeof SURFACES)[number];
const THEMES: readonly ThemeName[] = ['light', 'dark'];

/** A picture of the brand in use. Nothing in it can be pressed. */
export function BrandPreview({ tokens, assets, hosts, tools }: BrandPreviewProps) {
  const t = useTranslations('branding');
  const [surface, setSurface] = useState<PreviewSurface>('signIn');
  const [chosen, setTheme] = useState<ThemeName>();
  // Typing comes first; the picture follows when there is time.
  const shown = useDeferredValue(tokens);
  const theme = chosen ?? (shown.theme === 'dark' ? 'dark' : 'light');
  const brand = brandOf(shown, assets, theme, tools);
  return (
    <section aria-label={t('preview.title')} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label={t('preview.surface')}
          options={SURFACES.map((value) => ({ value, label: t(`preview.${value}`) }))}
          value={surface}
          onChange={setSurface}
        />
        <Segmented
          label={t('preview.theme')}
          options={THEMES.map((value) => ({ value, label: t(`preview.${value}`) }))}
          value={theme}
          onChange={setTheme}
        />
      </div>
      <div
        role="img"
        aria-label={t('preview.picture', { what: t(`preview.${surface}`), theme: t(`preview.${theme}`) })}
        className="overflow-hidden rounded-xl border border-border"
      >
        {surface !== 'email' && <AddressBar host={surface === 'site' ? hosts.site : hosts.portal} />}
        <div
          inert
          data-theme={theme}
          style={tools.variables(shown, theme)}
          className="h-[34rem] overflow-hidden bg-surface font-sans text-base text-text select-none"
        >
          {surface === 'signIn' && <PreviewSignIn brand={brand} />}
          {surface === 'portal' && <PreviewPortal brand={brand} />}
          {surface === 'site' && <PreviewSite brand={brand} />}
          {surface === 'email' && <PreviewEmail brand={brand} />}
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

function AddressBar({ host }: { host: string }) {
  return (
    <div aria-hidden="true" className="flex items-center gap-3 border-b border-border bg-sunken px-3 py-2">
      <span className="flex gap-1.5">
        {[0, 1, 2].map((dot) => (
          <span key={dot} className="size-2.5 rounded-full bg-border" />
        ))}
      </span>
      <span className="min-w-0 flex-1 truncate rounded-md bg-raised px-2 py-0.5 text-center font-mono text-xs text-muted">
        {host}
      </span>
    </div>
  );
}
