'use client';

import { useTranslations } from 'use-intl';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { differingFields } from '@/lib/features/branding/rules';
import type { BrandAssetView } from '@/lib/features/branding/schema';
import { TokenValue } from './token-value';

interface BrandDiffProps {
  before: BrandTokens;
  after: BrandTokens;
  assets: readonly BrandAssetView[];
}

/** Field by field what one brand has that another had not: from, to. */
export function BrandDiff({ before, after, assets }: BrandDiffProps) {
  const t = useTranslations('branding');
  const changed = differingFields(before, after);
  if (changed.length === 0) return <p className="text-muted">{t('noChanges')}</p>;
  return (
    <dl className="divide-y divide-border rounded-lg border border-border">
      {changed.map((field) => (
        <div key={field} className="grid gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="text-muted">{t(`field.${field}`)}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-2">
            <TokenValue field={field} tokens={before} assets={assets} />
            <span aria-hidden="true" className="inline-block text-subtle rtl:-scale-x-100">
              →
            </span>
            <TokenValue field={field} tokens={after} assets={assets} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
