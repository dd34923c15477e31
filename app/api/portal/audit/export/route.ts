import { auditExportSchema } from '@/lib/core/audit/schema';
import { exportAuditLog } from '@/lib/features/audit/export-audit-log';
import { defineMemberDownload } from '@/lib/http/define-route';

export const GET = defineMemberDownload({
  permission: 'audit.export',
  feature: 'audit.export',
  query: auditExportSchema,
  run: exportAuditLog,
});
