import type { Act } from '@/components/i18n/use-act';
import type { ChangeFlag, CreateFlag, RemoveOverride, SetOverride } from '@/lib/core/flags/schema';

/** What the page hands down: server actions, so that components need not know the app. */
export interface FlagActions {
  create: Act<CreateFlag, { id: string }>;
  change: Act<ChangeFlag, void>;
  setOverride: Act<SetOverride, void>;
  removeOverride: Act<RemoveOverride, void>;
}
