'use client';

import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { TextLink } from '@/components/ui/text-link';
import type { PlanRow } from '@/lib/core/plans/schema';

/** A plan's column: its name, which version this is, and who is on it. */
export function PlanHead({ plan, className }: { plan: PlanRow; className: string }) {
  const t = useTranslations('plans');
  return (
    <th scope="col" className={clsx('border-b border-border px-4 py-3 text-start align-top font-normal', className)}>
      <span className="block truncate text-md font-semibold">{plan.name}</span>
      <span className="flex flex-wrap gap-x-2 text-sm text-muted">
        {plan.tenants === 0 ? (
          t('tenants', { count: 0 })
        ) : (
          <TextLink href={`/tenants?plan=${plan.key}`} className="text-muted">
            {t('tenants', { count: plan.tenants })}
          </TextLink>
        )}
        <span className="text-subtle">{t('version', { version: plan.version })}</span>
      </span>
    </th>
  );
}
