'use client';

import { Check, Minus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Switch } from '@/components/ui/switch';
import { valueText } from '@/lib/core/flags/rules';
import type { TenantFeature } from '@/lib/core/flags/schema';

interface FeatureRowProps {
  feature: TenantFeature;
  /** Left out where the reader, or the tenant, may not switch it. */
  onSwitch?: (on: boolean) => void;
}

export function FeatureRow({ feature, onSwitch }: FeatureRowProps) {
  const t = useTranslations('features');
  const off = feature.value === false && !feature.switchable;
  return (
    <li className="flex items-start justify-between gap-4 px-4 py-3">
      <div className="grid min-w-0 gap-0.5">
        <span className={off ? 'font-medium text-muted' : 'font-medium'}>{feature.name}</span>
        <span className="max-w-[68ch] text-sm text-muted">{feature.description}</span>
        <span className="text-sm text-subtle">
          <SourceText feature={feature} />
        </span>
      </div>
      <div className="shrink-0 py-0.5 text-end">
        {onSwitch ? (
          <Switch
            hideLabel
            label={t('switch', { name: feature.name })}
            checked={feature.value === true}
            onChange={(event) => onSwitch(event.target.checked)}
          />
        ) : (
          <State feature={feature} />
        )}
      </div>
    </li>
  );
}

function State({ feature }: { feature: TenantFeature }) {
  const t = useTranslations('features');
  const locale = useLocale();
  const words = { on: t('value.on'), off: t('value.off'), unlimited: t('value.unlimited') };
  const text = valueText(feature, feature.value, words, locale);
  if (typeof feature.value !== 'boolean')
    return <span className="block max-w-48 font-medium tabular wrap-anywhere">{text}</span>;
  const Icon = feature.value ? Check : Minus;
  return (
    <span
      className={
        feature.value
          ? 'inline-flex items-center gap-1.5 text-positive-text'
          : 'inline-flex items-center gap-1.5 text-subtle'
      }
    >
      <Icon aria-hidden="true" className="size-4" />
      {text}
    </span>
  );
}

/** Where the value comes from, in plain words. */
function SourceText({ feature }: { feature: TenantFeature }) {
  const t = useTranslations('features');
  const { source, value } = feature;
  if (source === 'override')
    return t(value === false ? 'source.overrideOff' : 'source.override', { reason: feature.reason ?? '' });
  if (source === 'tenant') return t('source.tenant');
  if (value === false) return t('source.notIncluded');
  return t(source === 'plan' ? 'source.plan' : 'source.default');
}
