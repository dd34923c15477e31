'use client';

import { useSyncExternalStore } from 'react';

/** False in what the server sends and until the browser's code is at work, then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function never(): () => void {
  return () => undefined;
}
