import type { Act } from '@/components/i18n/use-act';
import type {
  ChangePage,
  ChangePageRules,
  CreatePage,
  MovePage,
  PageSummary,
  PageVersionSummary,
  RestoreVersion,
  UploadedPicture,
  UploadPicture,
} from '@/lib/features/pages/schema';

/** What the pages hand down: server actions, so that components need not know the app. */
export interface PageActions {
  publish: Act<{ id: string }, { updatedAt: string }>;
  unpublish: Act<{ id: string }, { updatedAt: string }>;
  remove: Act<{ id: string }, void>;
  move: Act<MovePage, void>;
}

export interface EditorActions {
  create: Act<CreatePage, { id: string }>;
  change: Act<ChangePage, { updatedAt: string }>;
  preview: Act<{ body: string }, { html: string }>;
  previewLink: Act<{ id: string }, { url: string }>;
  discardDraft: Act<{ id: string }, { updatedAt: string }>;
  changeRules: Act<ChangePageRules, { updatedAt: string }>;
  restore: Act<RestoreVersion, { updatedAt: string }>;
  uploadPicture: Act<UploadPicture, UploadedPicture>;
}

/** How times are written for this reader. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}

/** What a stored page is placed among. */
export interface Surroundings {
  pages: readonly PageSummary[];
  versions: readonly PageVersionSummary[];
  features: readonly { key: string; name: string }[];
  display: Display;
  /** The tenant's own zone, on whose clock pages come and go. */
  siteZone: string;
}
