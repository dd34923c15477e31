'use client';

import { Check, Minus } from 'lucide-react';
import type { FlagSummary } from '@/lib/core/flags/schema';
import type { FlagValue } from '@/lib/core/plans/rules';
import { useValueText } from './use-value-text';

interface ValueCellProps {
  flag: Pick<FlagSummary, 'kind' | 'meter'> & { key?: string };
  value: FlagValue;
  /** It stands there by itself, because nobody said otherwise. */
  faint?: boolean;
}

/** A value in a table: on and off as marks with their words for those who don't see them, the rest as text. */
export function ValueCell({ flag, value, faint = false }: ValueCellProps) {
  const text = useValueText()(flag, value);
  if (typeof value !== 'boolean') return <span className={faint ? 'text-subtle' : undefined}>{text}</span>;
  const Icon = value ? Check : Minus;
  return (
    <span title={text} className={value ? 'text-positive-text' : 'text-subtle'}>
      <Icon aria-hidden="true" className="inline size-4" />
      <span className="sr-only">{text}</span>
    </span>
  );
}
