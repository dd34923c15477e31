import type { Act } from '@/components/i18n/use-act';
import type { ChangePage, CreatePage } from '@/lib/features/pages/schema';

/** What the pages hand down: server actions, so that components need not know the app. */
export interface PageActions {
  publish: Act<{ id: string }, { updatedAt: string }>;
  unpublish: Act<{ id: string }, { updatedAt: string }>;
  remove: Act<{ id: string }, void>;
}

export interface EditorActions {
  create: Act<CreatePage, { id: string }>;
  change: Act<ChangePage, { updatedAt: string }>;
  preview: Act<{ body: string }, { html: string }>;
}

/** How times are written for this reader. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}
