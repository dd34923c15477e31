'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';

export interface FilterChip {
  id: string;
  /** The filter in words, such as "Status: active". */
  label: string;
}

interface FilterChipsProps {
  label: string;
  chips: readonly FilterChip[];
  onRemove: (id: string) => void;
  onClear: () => void;
}

/** The filters in force, each with its way out. */
export function FilterChips({ label, chips, onRemove, onClear }: FilterChipsProps) {
  const t = useTranslations('ui');
  if (chips.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <li key={chip.id} className="max-w-full">
          <button
            type="button"
            onClick={() => onRemove(chip.id)}
            aria-label={t('filter.remove', { what: chip.label })}
            className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm bg-accent-soft pe-1 ps-2 text-sm text-accent-text hover:bg-hover"
          >
            <span className="truncate">{chip.label}</span>
            <X aria-hidden="true" className="size-3.5 shrink-0" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            onClick={onClear}
            className="h-6 rounded-sm px-1.5 text-sm text-muted hover:bg-hover hover:text-text"
          >
            {t('filter.clear')}
          </button>
        </li>
      )}
    </ul>
  );
}
