'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import type { FlagSummary, TenantsOfFlag } from '@/lib/core/flags/schema';
import { useValueText } from './use-value-text';

interface ValueChoicesProps {
  flag: FlagSummary;
  values: TenantsOfFlag['values'];
  /** JSON of the value the list is narrowed to. */
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
}

/** How many tenants have each value; pressing one narrows the list to them, pressing it again widens it. */
export function ValueChoices({ flag, values, chosen, onChoose }: ValueChoicesProps) {
  const t = useTranslations('flags');
  const text = useValueText();
  const all = values.reduce((sum, { tenants }) => sum + tenants, 0);
  return (
    <ul aria-label={t('who.values')} className="grid gap-1">
      {values.map(({ value, tenants }) => {
        const json = JSON.stringify(value);
        return (
          <li key={json}>
            <button
              type="button"
              aria-pressed={chosen === json}
              onClick={() => onChoose(chosen === json ? undefined : json)}
              className={clsx(
                'relative flex min-h-8 w-full items-center justify-between gap-3 overflow-hidden rounded-sm px-2 text-start',
                chosen === json ? 'bg-accent-soft text-accent-text' : 'hover:bg-hover',
              )}
            >
              <span
                aria-hidden="true"
                className="absolute inset-y-1 start-0 rounded-sm bg-accent-soft"
                style={{ width: `${all === 0 ? 0 : (tenants / all) * 100}%` }}
              />
              <span className="relative min-w-0 truncate font-medium">{text(flag, value)}</span>
              <span className="relative shrink-0 text-sm tabular text-muted">
                {t('who.tenants', { count: tenants })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
