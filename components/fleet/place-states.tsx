'use client';

import Link from 'next/link';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { placeStates, type PlaceState } from '@/lib/features/fleet/schema';

interface PlaceStatesProps {
  current: PlaceState | undefined;
  hrefOf: (state: PlaceState | null) => string;
}

/** Narrows the list to one state; how many are in each stands above. */
export function PlaceStates({ current, hrefOf }: PlaceStatesProps) {
  const t = useTranslations('fleet');
  const choices = [null, ...placeStates];
  return (
    <nav aria-label={t('states')} className="flex flex-wrap gap-1">
      {choices.map((state) => {
        const active = (current ?? null) === state;
        return (
          <Link
            key={state ?? 'all'}
            href={hrefOf(state)}
            scroll={false}
            aria-current={active ? 'true' : undefined}
            className={clsx(
              'inline-flex h-control items-center rounded-md px-2.5 font-medium',
              active ? 'bg-hover text-text' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            {state ? t(`state.${state}`) : t('all')}
          </Link>
        );
      })}
    </nav>
  );
}
