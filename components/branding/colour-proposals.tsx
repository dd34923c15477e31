'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';

interface ColourProposalsProps {
  colours: readonly string[];
  chosen: string;
  onChoose: (colour: string) => void;
}

/** The colours of the logo, as buttons. */
export function ColourProposals({ colours, chosen, onChoose }: ColourProposalsProps) {
  const t = useTranslations('branding');
  if (colours.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-muted">{t('proposals')}</span>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-label={t('useColour', { colour })}
          aria-pressed={colour === chosen}
          title={colour}
          onClick={() => onChoose(colour)}
          style={{ backgroundColor: colour }}
          className="forced-border grid size-7 place-items-center rounded-full border border-border forced-color-adjust-none touch:size-9"
        >
          {colour === chosen && <Check aria-hidden="true" className="size-3.5 text-white mix-blend-difference" />}
        </button>
      ))}
    </div>
  );
}
