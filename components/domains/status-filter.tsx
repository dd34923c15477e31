'use client';

import Link from 'next/link';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { domainStatuses, type DomainStatus } from '@/lib/features/domains/schema';

interface StatusFilterProps {
  current: DomainStatus | undefined;
  hrefOf: (status: DomainStatus | null) => string;
}

/** Narrows the list to one status. */
export function StatusFilter({ current, hrefOf }: StatusFilterProps) {
  const t = useTranslations('domains');
  return (
    <nav aria-label={t('console.statuses')} className="flex flex-wrap gap-1">
      {[null, ...domainStatuses].map((status) => {
        const active = (current ?? null) === status;
        return (
          <Link
            key={status ?? 'all'}
            href={hrefOf(status)}
            scroll={false}
            aria-current={active ? 'true' : undefined}
            className={clsx(
              'inline-flex h-control items-center rounded-md px-2.5 font-medium',
              active ? 'bg-hover text-text' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            {status ? t(`status.${status}`) : t('console.all')}
          </Link>
        );
      })}
    </nav>
  );
}
