import type { Act } from '@/components/i18n/use-act';
import type { AddSuperAdmin, SuperAdminRow } from '@/lib/features/super-admins/schema';

export interface SuperAdminActions {
  add: Act<AddSuperAdmin, { id: string; passwordUrl: string }>;
  changeRole: Act<{ id: string; role: SuperAdminRow['role'] }, void>;
  revoke: Act<{ id: string }, void>;
  restore: Act<{ id: string }, void>;
}
