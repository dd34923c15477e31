'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { Skeleton } from '@/components/ui/skeleton';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { valueText } from '@/lib/core/flags/rules';
import type { FlagValue } from '@/lib/core/plans/rules';
import type { PlanImpact } from '@/lib/features/tenants/schema';

/** What a tenant would notice of another plan; limits that break come first. */
export function PlanImpactView({ impact, failed }: { impact: PlanImpact | undefined; failed: boolean }) {
  const t = useTranslations('tenant');
  const text = useLimitText();
  if (failed) return <Callout tone="negative">{t('settings.impactFailed')}</Callout>;
  if (!impact) {
    return (
      <div role="status" aria-label={t('settings.impactLoading')}>
        <Skeleton className="h-32 w-full" />
      </div>
    );
  }
  if (impact.changes.length === 0) return <p className="text-muted">{t('settings.impactNone')}</p>;
  return (
    <div className="grid gap-3" aria-live="polite">
      {impact.breaks.length > 0 && (
        <Callout tone="warning" title={t('settings.breaksTitle', { count: impact.breaks.length })}>
          <PlanBreaks impact={impact} />
        </Callout>
      )}
      <TableFrame>
        <Table aria-label={t('settings.impactTitle')}>
          <thead>
            <tr>
              <Th>{t('settings.feature')}</Th>
              <Th align="end">{t('settings.before')}</Th>
              <Th align="end">{t('settings.after')}</Th>
            </tr>
          </thead>
          <tbody>
            {impact.changes.map((change) => (
              <Tr key={change.key}>
                <Td>{change.name}</Td>
                <Td align="end" className="text-muted">
                  {text(change, change.before)}
                </Td>
                <Td align="end">{text(change, change.after)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
    </div>
  );
}

/** The limits that would be exceeded, and what that means for those who are inside already. */
export function PlanBreaks({ impact }: { impact: PlanImpact }) {
  const t = useTranslations('tenant');
  const text = useLimitText();
  return (
    <>
      {impact.breaks.map((flag) => (
        <p key={flag.key}>
          {t('settings.breaks', { name: flag.name, used: text(flag, flag.used), limit: text(flag, flag.limit) })}
        </p>
      ))}
      <p>{t('settings.breaksText')}</p>
    </>
  );
}

/** In the reader's words, with the unit of the meter. */
function useLimitText(): (flag: Pick<PlanImpact['changes'][number], 'kind' | 'meter'>, value: FlagValue) => string {
  const t = useTranslations('tenant');
  const locale = useLocale();
  const common = useTranslations('common');
  const words = { on: common('on'), off: common('off'), unlimited: t('settings.unlimited') };
  return (flag, value) => valueText(flag, value, words, locale);
}
