'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Meter } from '@/components/ui/meter';
import { limitOf, valueText } from '@/lib/core/flags/rules';
import type { TenantFeature } from '@/lib/core/flags/schema';

/** A limit, how much of it is in use, and why it is what it is when somebody set it. */
export function LimitCard({ limit }: { limit: TenantFeature }) {
  const t = useTranslations('features');
  const locale = useLocale();
  const words = { on: '', off: '', unlimited: t('value.unlimited') };
  const most = limitOf(limit.value);
  const written = (value: number) => valueText(limit, value, words, locale);
  const text =
    limit.used === null
      ? t('limitOnly', { limit: valueText(limit, limit.value, words, locale) })
      : most === null
        ? t('usedUnlimited', { used: written(limit.used) })
        : t('used', { used: written(limit.used), limit: written(most) });
  return (
    <li className="grid content-start gap-1.5 rounded-lg border border-border bg-raised p-4">
      <Meter
        label={limit.name}
        used={limit.used ?? 0}
        limit={limit.used === null ? null : most}
        text={text}
        note={useNote(limit, most)}
      />
      {limit.meter === 'requests' && <p className="text-sm text-subtle">{t('thisMonth')}</p>}
      {limit.source === 'override' && limit.reason !== null && (
        <p className="text-sm wrap-anywhere text-subtle">{t('source.override', { reason: limit.reason })}</p>
      )}
    </li>
  );
}

function useNote({ used }: TenantFeature, most: number | null): string | undefined {
  const t = useTranslations('features');
  if (used === null || most === null) return undefined;
  if (used >= most) return t('full');
  return used >= most * 0.8 ? t('nearlyFull') : undefined;
}
