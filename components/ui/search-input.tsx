'use client';

import { useEffect, useRef, useState } from 'react';
import clsx from 'clsx';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'use-intl';

interface SearchInputProps {
  label: string;
  /** The value in force (from the URL); a change from outside replaces what was typed. */
  value: string;
  /** Called once typing rests for 250 ms, and at once on Enter or clear. */
  onSearch: (value: string) => void;
  placeholder?: string;
  className?: string;
}

export function SearchInput({ label, value, onSearch, placeholder, className }: SearchInputProps) {
  const t = useTranslations('ui');
  const [typed, setTyped] = useState(value);
  const [applied, setApplied] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== applied) {
    setApplied(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(next: string, waitMs: number) {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), waitMs);
  }

  return (
    <div role="search" className={clsx('control relative flex h-control items-center', className)}>
      <Search aria-hidden="true" className="pointer-events-none ms-2.5 size-4 shrink-0 text-subtle" />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={typed}
        onChange={(event) => change(event.target.value, 250)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') change(typed, 0);
          if (event.key === 'Escape' && typed !== '') change('', 0);
        }}
        className="h-full min-w-0 flex-1 bg-transparent px-2 outline-none"
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={t('search.clear')}
          onClick={() => change('', 0)}
          className="me-1 grid size-6 place-items-center rounded-sm text-subtle hover:text-text"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </div>
  );
}
