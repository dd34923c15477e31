import type { Act } from '@/components/i18n/use-act';
import type { ChangeCode, CodeForm, Finding, SiteCode } from '@/lib/features/site-code/schema';

/** What the page hands down: server actions, so that components need not know the app. */
export interface CodeActions {
  save: Act<ChangeCode, { revision: string; updatedAt: string; findings: Finding[] }>;
  check: Act<{ code: SiteCode }, { findings: Finding[] }>;
  publish: Act<ChangeCode, { number: number }>;
  discard: Act<{ revision: string }, null>;
  preview: Act<null, { url: string }>;
}

export interface CodeFacts {
  form: CodeForm;
  canManage: boolean;
  display: Display;
}

/** How times are written for this reader. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}
