import type { SettingsInput } from '@/lib/features/settings/schema';

/** What the groups of fields share: the values as typed, and how to change them. */
export interface SettingsDraft {
  values: SettingsInput;
  readOnly: boolean;
  now: Date;
  set: (change: Partial<SettingsInput>) => void;
  errorOf: (name: keyof SettingsInput) => string | undefined;
}
