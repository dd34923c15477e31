'use client';

import { useId } from 'react';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { NumberField } from '@/components/ui/number-field';
import type { PlanFlag } from '@/lib/core/plans/schema';
import type { FeatureValue } from './draft';
import { useValueWords } from './use-value-words';

interface FeatureRowProps {
  flag: PlanFlag;
  planName: string;
  planValue: FeatureValue;
  /** What was chosen instead, if anything. */
  override: FeatureValue | undefined;
  onChange: (value: FeatureValue) => void;
}

/** One flag: what it is, what the plan says, and what this tenant gets. */
export function FeatureRow({ flag, planName, planValue, override, onChange }: FeatureRowProps) {
  const t = useTranslations('wizard');
  const words = useValueWords();
  const id = useId();
  const value = override ?? planValue;
  return (
    <li
      className={clsx(
        'grid items-start gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_11rem]',
        // A box fits beside its words on a phone too; a field does not.
        flag.type === 'boolean' && 'max-md:grid-cols-[minmax(0,1fr)_auto]',
      )}
    >
      <div className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <label htmlFor={id} className="font-medium wrap-anywhere">
            {flag.name}
          </label>
          {override !== undefined && <Badge tone="accent">{t('features.changed')}</Badge>}
        </span>
        <span id={`${id}-help`} className="text-sm text-muted wrap-anywhere">
          {flag.description}{' '}
          <span className="text-subtle">
            {t('features.planSays', { plan: planName, value: words(planValue, flag.meter) })}
          </span>
        </span>
      </div>
      <div
        className={clsx(
          'grid gap-1.5 md:justify-items-end',
          flag.type === 'boolean' ? 'justify-items-end' : 'justify-items-start',
        )}
      >
        <ValueControl id={id} flag={flag} value={value} onChange={onChange} />
        {override !== undefined && (
          <Button
            variant="ghost"
            aria-label={t('features.resetOf', { feature: flag.name })}
            onClick={() => onChange(planValue)}
          >
            {t('features.reset')}
          </Button>
        )}
      </div>
    </li>
  );
}

const UNLIMITED = -1;

function ValueControl({
  id,
  flag,
  value,
  onChange,
}: {
  id: string;
  flag: PlanFlag;
  value: FeatureValue;
  onChange: (value: FeatureValue) => void;
}) {
  const t = useTranslations('wizard');
  const help = `${id}-help`;
  if (flag.type === 'boolean') {
    return (
      <Checkbox
        id={id}
        label={flag.name}
        hideLabel
        checked={value === true}
        aria-describedby={help}
        onChange={(event) => onChange(event.target.checked)}
      />
    );
  }
  if (flag.type === 'string')
    return (
      <Input
        id={id}
        value={String(value)}
        maxLength={500}
        aria-describedby={help}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  // Nobody thinks of storage in bytes.
  const scale = flag.meter?.endsWith('_bytes') ? 1_000_000_000 : 1;
  const unlimited = flag.kind === 'quota' && value === UNLIMITED;
  return (
    <div className="grid w-full gap-1.5">
      <NumberField
        id={id}
        value={unlimited ? null : Number(value) / scale}
        min={0}
        disabled={unlimited}
        aria-describedby={help}
        unit={scale === 1 ? undefined : 'GB'}
        onChange={(number) => onChange(Math.round((number ?? 0) * scale))}
      />
      {flag.kind === 'quota' && (
        <Checkbox
          label={t('features.unlimitedToggle')}
          checked={unlimited}
          onChange={(event) => onChange(event.target.checked ? UNLIMITED : 0)}
        />
      )}
    </div>
  );
}
