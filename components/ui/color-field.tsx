'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readHexColor } from './hex-color';

interface ColorFieldProps {
  id?: string;
  /** #rrggbb */
  value: string;
  onChange: (hex: string) => void;
  /** Names the colour, for the picker beside the text. */
  label: string;
  disabled?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** A colour by eye or by its hex code. Half-typed codes are kept as typed and not reported until they are colours. */
export function ColorField({ id, value, onChange, label, disabled, ...aria }: ColorFieldProps) {
  const t = useTranslations('ui');
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className="control flex h-control items-center">
      <input
        type="color"
        aria-label={t('color.pick', { what: label })}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          setDraft(null);
          onChange(event.target.value);
        }}
        className="color-well ms-1 size-6 shrink-0 overflow-hidden rounded-sm border border-border bg-transparent p-0"
      />
      <input
        id={id}
        type="text"
        value={draft ?? value}
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setDraft(event.target.value);
          const hex = readHexColor(event.target.value);
          if (hex !== null) onChange(hex);
        }}
        onBlur={() => setDraft(null)}
        className="h-full min-w-0 flex-1 bg-transparent px-2 font-mono text-sm uppercase outline-none"
        {...aria}
      />
    </div>
  );
}
