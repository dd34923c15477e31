'use client';

import { CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { numberFormat } from '@/components/ui/cached-format';
import type { PaletteRepair } from '@/lib/core/branding/palette-repairs';
import { colourName } from '@/lib/core/branding/rules';
import { Swatch } from './swatch';

/** What was done to the chosen colours so that everybody can read the pages, or that nothing had to be. */
export function Repairs({ repairs }: { repairs: readonly PaletteRepair[] }) {
  const t = useTranslations('branding');
  const ratio = numberFormat(useLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="repairs" className="grid gap-3 rounded-lg bg-sunken p-4">
      <div className="grid gap-1">
        <h3 id="repairs" className="flex items-center gap-2 font-medium">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-positive-text" />
          {t('repairs.title')}
        </h3>
        <p className="text-sm text-pretty text-muted">{repairs.length === 0 ? t('repairs.fine') : t('repairs.some')}</p>
      </div>
      {repairs.length > 0 && (
        <ul className="grid gap-3 border-t border-border pt-3">
          {repairs.map((repair) => (
            <li key={`${repair.theme} ${repair.pair} ${repair.reasonKey}`} className="grid gap-1 text-sm">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{t(`repairs.in.${repair.theme}`)}</span>
                <span className="inline-flex items-center gap-1.5 font-mono text-xs uppercase">
                  <Swatch colour={repair.from} /> {repair.from}
                  <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
                    →
                  </span>
                  <Swatch colour={repair.to} /> {repair.to}
                </span>
                <span className="ms-auto text-xs tabular text-muted">
                  {t('repairs.ratio', {
                    before: ratio.format(repair.ratioBefore),
                    after: ratio.format(repair.ratioAfter),
                  })}
                </span>
              </span>
              <span className="text-pretty text-muted">
                {t(`repairs.reason.${repair.reasonKey}`, {
                  role: repair.pair.split('/')[0] ?? '',
                  colour: t(`repairs.colour.${colourName(repair.ground)}`),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
