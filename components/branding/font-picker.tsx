'use client';

import { useTranslations } from 'use-intl';
import { BRAND_FONTS, type BrandFont, type BrandTokens } from '@/lib/core/branding/schema';
import type { BrandTools } from './studio-types';

interface FontPickerProps {
  value: BrandFont;
  tokens: BrandTokens;
  tools: BrandTools;
  onChange: (font: BrandFont) => void;
}

/** Each font shown in itself. */
export function FontPicker({ value, tokens, tools, onChange }: FontPickerProps) {
  const t = useTranslations('branding');
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium">{t('field.font')}</legend>
      <div className="grid grid-cols-2 gap-2">
        {BRAND_FONTS.map((font) => (
          <label
            key={font}
            style={{ fontFamily: tools.variables({ ...tokens, font }, 'light')['--font-sans'] }}
            className="relative grid min-w-0 gap-0.5 rounded-lg border border-border px-3 py-2.5 transition-colors has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus hover:border-border-strong"
          >
            <input
              type="radio"
              name="font"
              value={font}
              checked={font === value}
              onChange={() => onChange(font)}
              className="absolute inset-0 appearance-none outline-none"
            />
            <span aria-hidden="true" className="text-lg leading-tight font-semibold">
              Ag
            </span>
            <span className="truncate text-sm">{t(`font.${font}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
