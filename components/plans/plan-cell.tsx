'use client';

import clsx from 'clsx';
import { useLocale, useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { unitOf, unitText } from '@/lib/core/flags/rules';
import type { PlanRow } from '@/lib/core/plans/schema';
import { emptyText, type Cell, type MatrixRow } from './matrix-model';

interface PlanCellProps {
  row: MatrixRow;
  rowName: string;
  plan: PlanRow;
  value: Cell;
  changed: boolean;
  faulty: boolean;
  /** Left out where the reader may only look. */
  onChange?: (value: Cell) => void;
}

/** One value of one plan, edited in place. */
export function PlanCell(props: PlanCellProps) {
  const { rowName, plan, value, onChange } = props;
  const t = useTranslations('plans');
  const label = t('cell', { row: rowName, plan: plan.name });
  if (!onChange) return <CellText {...props} />;
  if (typeof value !== 'boolean') return <TextCell {...props} label={label} onChange={onChange} />;
  return (
    <span className={clsx('inline-flex rounded-md p-1.5', props.changed && CHANGED)}>
      <Checkbox hideLabel label={label} checked={value} onChange={(event) => onChange(event.target.checked)} />
    </span>
  );
}

function TextCell({
  row,
  plan,
  value,
  changed,
  faulty,
  label,
  onChange,
}: PlanCellProps & { label: string; onChange: (value: Cell) => void }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const { before, after } = affixesOf(row, plan, locale);
  const short = row.kind === 'text' || (row.kind === 'flag' && row.flag.type === 'string');
  return (
    <label
      className={clsx(
        'flex h-8 cursor-text items-center gap-1 rounded-md border px-2',
        faulty ? 'border-negative' : EDGE,
        changed && CHANGED,
      )}
    >
      {before !== '' && <span className="text-subtle select-none">{before}</span>}
      <input
        aria-label={label}
        aria-invalid={faulty || undefined}
        title={faulty ? t('invalid') : undefined}
        inputMode={short ? 'text' : 'decimal'}
        value={String(value)}
        placeholder={emptyText(row, t('unlimited'), locale)}
        onChange={(event) => onChange(event.target.value)}
        className={clsx(
          'min-w-0 bg-transparent outline-none placeholder:text-subtle',
          // The unit follows the number like a word.
          after !== '' && value !== '' ? 'field-sizing-content shrink' : 'w-0 flex-1',
          !short && 'tabular',
        )}
      />
      {after !== '' && value !== '' && <span className="text-subtle select-none">{after}</span>}
    </label>
  );
}

function CellText({ row, plan, value }: PlanCellProps) {
  const t = useTranslations('plans');
  const locale = useLocale();
  if (typeof value === 'boolean')
    return <span className={value ? undefined : 'text-subtle'}>{t(value ? 'on' : 'off')}</span>;
  if (value === '') return <span className="text-subtle">{emptyText(row, t('unlimited'), locale)}</span>;
  const { before, after } = affixesOf(row, plan, locale);
  return <span className="tabular">{[before, value, after].filter(Boolean).join(' ')}</span>;
}

function affixesOf(row: MatrixRow, plan: PlanRow, locale: string): { before: string; after: string } {
  if (row.kind === 'flag') {
    const { unit } = unitOf(row.flag);
    return { before: '', after: unit === null ? '' : unitText(unit, locale) };
  }
  if (row.kind !== 'money') return { before: '', after: '' };
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: plan.currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(1);
  return { before: parts.find((part) => part.type === 'currency')?.value ?? plan.currency, after: '' };
}

const EDGE = 'border-transparent hover:border-border-strong focus-within:border-accent focus-within:bg-raised';
const CHANGED = 'bg-accent-soft';
