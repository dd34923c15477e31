import { z } from 'zod';
import { platformAuditActions } from '@/lib/core/audit/actions';
import { auditEventSchema, auditFilterSchema } from '@/lib/core/audit/schema';

/** What the platform's log is searched by, as it stands in the address. An unreadable filter is no filter. */
export const platformAuditQuerySchema = auditFilterSchema.omit({ action: true }).extend({
  action: z.enum(platformAuditActions).optional().catch(undefined),
  /** Id of the tenant that the event is about. */
  tenant: z.uuid().optional().catch(undefined),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).catch(50).default(50),
});
export type PlatformAuditQuery = z.output<typeof platformAuditQuerySchema>;

export const platformEventSchema = auditEventSchema.extend({
  /** Null for an event of the platform itself, and where the tenant is gone. */
  tenant: z.object({ slug: z.string(), name: z.string() }).nullable(),
});
export type PlatformEvent = z.infer<typeof platformEventSchema>;

export const platformAuditPageSchema = z.object({
  data: z.array(platformEventSchema),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
});
export type PlatformAuditPage = z.infer<typeof platformAuditPageSchema>;

export interface PlatformActor {
  id: string;
  label: string;
}
