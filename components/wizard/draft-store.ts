import { draftVersion, emptyDraft, untouched, type BrandStart, type Draft } from './draft';

/** The draft in this browser. Written at every change, so a reload, a crash or a closed tab loses nothing. */
export interface DraftStore {
  subscribe(listener: () => void): () => void;
  read(): Draft;
  update(change: (draft: Draft) => Draft): void;
  clear(): void;
}

export function openDraftStore(owner: string, planKey: string, start: BrandStart): DraftStore {
  const key = `portico.newTenant.${owner}`;
  const listeners = new Set<() => void>();
  let draft: Draft | undefined;
  const tell = (): void => listeners.forEach((listener) => listener());

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read() {
      draft ??= load(key, start) ?? emptyDraft(planKey, start);
      return draft;
    },
    update(change) {
      draft = change(this.read());
      save(key, draft);
      tell();
    },
    clear() {
      localStorage.removeItem(key);
      draft = emptyDraft(planKey, start);
      tell();
    },
  };
}

/** A look that was not chosen is today's, whatever it was when the draft was begun. */
function load(key: string, start: BrandStart): Draft | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    if (stored?.version !== draftVersion) return undefined;
    return stored.branding.own ? stored : { ...stored, branding: untouched(start) };
  } catch {
    return undefined;
  }
}

/** A browser that refuses to store (full, private) keeps the draft for as long as the page is open. */
function save(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The logo is the only large part: without it the rest still fits.
    const branding = { ...draft.branding, logo: null };
    try {
      localStorage.setItem(key, JSON.stringify({ ...draft, branding }));
    } catch {
      // Nothing more can be kept here.
    }
  }
}
