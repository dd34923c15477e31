import { z } from 'zod';
import { tenantAuditActions } from './actions';

/** A calendar day as the tenant's zone counts it. */
const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)))
  .optional()
  .catch(undefined);

/** What the log is searched by, as it stands in the address. An unreadable filter is no filter: an old link still opens. */
export const auditFilterSchema = z.object({
  q: z
    .string()
    .max(200)
    .transform((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim())
    .catch('')
    .default(''),
  actor: z.uuid().optional().catch(undefined),
  action: z.enum(tenantAuditActions).optional().catch(undefined),
  from: daySchema,
  /** The last day, included. */
  to: daySchema,
});
export type AuditFilter = z.output<typeof auditFilterSchema>;

export const auditQuerySchema = auditFilterSchema.extend({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).catch(50).default(50),
});
export type AuditQuery = z.output<typeof auditQuerySchema>;

export const exportFormats = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const auditExportSchema = auditFilterSchema.extend({ format: z.enum(exportFormats).default('csv') });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const auditEventSchema = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  actorType: z.enum(['member', 'super_admin', 'system', 'visitor']),
  actorId: z.string().nullable(),
  actorLabel: z.string(),
  targetType: z.string(),
  targetId: z.string().nullable(),
  targetLabel: z.string().nullable(),
  changes: z.record(z.string(), z.object({ before: scalar, after: scalar })),
  ip: z.string().nullable(),
  device: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
});
export type AuditEventRow = z.infer<typeof auditEventSchema>;

export const auditPageSchema = z.object({
  data: z.array(auditEventSchema),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditActorSchema = z.object({ id: z.string(), label: z.string() });
export type AuditActor = z.infer<typeof auditActorSchema>;
