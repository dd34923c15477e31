import type { Act } from '@/components/i18n/use-act';
import type { AddHost, HostAction } from '@/lib/features/hosts/schema';

export interface HostActions {
  add: Act<AddHost, { id: string; host: string }>;
  makePrimary: Act<HostAction, void>;
  remove: Act<HostAction, void>;
}
