'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Tones } from '@/lib/core/branding/rules';

interface ColourProposalsProps {
  colours: readonly string[];
  chosen: string;
  /** What a colour is chosen for. */
  use?: 'useColour' | 'useAccent';
  onChoose: (colour: string) => void;
  /** Both tones of a logo that has two. */
  pair?: { tones: Tones; isChosen: boolean; onChoose: (tones: Tones) => void };
}

/** The colours of the logo, as buttons. */
export function ColourProposals({ colours, chosen, use = 'useColour', onChoose, pair }: ColourProposalsProps) {
  const t = useTranslations('branding');
  if (colours.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t('proposals')}</span>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-label={t(use, { colour })}
          aria-pressed={colour === chosen}
          title={colour}
          onClick={() => onChoose(colour)}
          style={{ backgroundColor: colour }}
          className="forced-border grid size-7 place-items-center rounded-full border border-border forced-color-adjust-none touch:size-9"
        >
          {colour === chosen && <Check aria-hidden="true" className="size-3.5 text-white mix-blend-difference" />}
        </button>
      ))}
      {pair && (
        <button
          type="button"
          aria-label={t('useBoth', { brand: pair.tones.brandColour, accent: pair.tones.accentColour })}
          aria-pressed={pair.isChosen}
          title={`${pair.tones.brandColour} ${pair.tones.accentColour}`}
          onClick={() => pair.onChoose(pair.tones)}
          className="forced-border relative flex h-7 w-12 overflow-hidden rounded-full border border-border forced-color-adjust-none touch:h-9"
        >
          <span className="flex-2" style={{ backgroundColor: pair.tones.brandColour }} />
          <span className="flex-1" style={{ backgroundColor: pair.tones.accentColour }} />
          {pair.isChosen && (
            <Check aria-hidden="true" className="absolute inset-0 m-auto size-3.5 text-white mix-blend-difference" />
          )}
        </button>
      )}
    </div>
  );
}
