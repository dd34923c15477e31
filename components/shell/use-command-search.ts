'use client';

import { useEffect, useState } from 'react';
import type { CommandGroup, CommandSearch } from './shell-types';

const NOTHING: readonly CommandGroup[] = [];

/** Asks when typing rests; answers that arrive late belong to an older question and are dropped. */
export function useCommandSearch(
  query: string,
  search: CommandSearch | undefined,
): { groups: readonly CommandGroup[]; busy: boolean } {
  const wanted = search !== undefined && query.trim().length >= 2 ? query.trim() : null;
  const [answer, setAnswer] = useState<{ query: string; groups: readonly CommandGroup[] } | null>(null);
  useEffect(() => {
    if (wanted === null || search === undefined) return;
    let current = true;
    const timer = setTimeout(() => {
      void search(wanted)
        .catch(() => NOTHING)
        .then((groups) => current && setAnswer({ query: wanted, groups }));
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, search]);
  if (wanted === null) return { groups: NOTHING, busy: false };
  // The former answer stays in view until the new one is here: nothing jumps.
  return { groups: answer?.groups ?? NOTHING, busy: answer?.query !== wanted };
}
