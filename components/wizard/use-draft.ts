'use client';

import { useCallback, useState, useSyncExternalStore } from 'react';
import type { BrandStart, Draft } from './draft';
import { openDraftStore } from './draft-store';

export interface DraftHandle {
  draft: Draft;
  /** Changes one part and keeps the rest of it. */
  change: <Part extends DraftPart>(part: Part, changes: Partial<Draft[Part]>) => void;
  update: (change: (draft: Draft) => Draft) => void;
  clear: () => void;
}

type DraftPart = 'organisation' | 'plan' | 'address' | 'branding' | 'features' | 'admin';

/** Null while the page is still the server's: only the browser knows the draft. */
export function useDraft(owner: string, planKey: string, start: BrandStart): DraftHandle | null {
  const [store] = useState(() => openDraftStore(owner, planKey, start));
  const draft = useSyncExternalStore<Draft | null>(store.subscribe, store.read, () => null);
  const change = useCallback<DraftHandle['change']>(
    (part, changes) => store.update((current) => ({ ...current, [part]: { ...current[part], ...changes } })),
    [store],
  );
  const update = useCallback<DraftHandle['update']>((by) => store.update(by), [store]);
  const clear = useCallback(() => store.clear(), [store]);
  return draft && { draft, change, update, clear };
}
