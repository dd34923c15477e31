'use client';

import { useLocale, useTranslations } from 'use-intl';

/** A plan's price as a sentence part. */
export function usePriceWords(): (plan: { priceMonthlyMinor: number; currency: string }) => string {
  const t = useTranslations('wizard');
  const locale = useLocale();
  return ({ priceMonthlyMinor, currency }) => {
    if (priceMonthlyMinor === 0) return t('plan.free');
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return t('plan.perMonth', { price: format.format(priceMonthlyMinor / 10 ** digits) });
  };
}
