import { z } from 'zod';
import { downloadEvidence } from '@/lib/features/canary/read-evidence';
import { defineMemberDownload } from '@/lib/http/define-route';

export const GET = defineMemberDownload({
  permission: 'security.view',
  query: z.object({}),
  run: downloadEvidence,
});
