import { exportUsage } from '@/lib/core/usage/export-usage';
import { exportQuery } from '@/lib/core/usage/schema';
import { defineMemberDownload } from '@/lib/http/define-route';

export const GET = defineMemberDownload({
  feature: 'usage.export',
  permission: 'usage.export',
  query: exportQuery,
  run: (ctx, query) => exportUsage(ctx, query),
});
