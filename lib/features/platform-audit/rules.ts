import { platformAuditActions } from '@/lib/core/audit/actions';

/** For the filter of the log; components may import rules but not the table itself. */
export const platformActionNames: readonly string[] = platformAuditActions;
