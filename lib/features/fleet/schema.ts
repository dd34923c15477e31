import { z } from 'zod';

/** In the order in which somebody who looks for trouble wants them. */
export const placeStates = ['failed', 'behind', 'current'] as const;
export type PlaceState = (typeof placeStates)[number];

export const fleetQuerySchema = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .transform((value) => value?.trim() ?? ''),
  state: z.enum(placeStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type FleetQuery = z.output<typeof fleetQuerySchema>;

export const placeRowSchema = z.object({
  tenantId: z.uuid(),
  slug: z.string(),
  name: z.string(),
  placement: z.enum(['schema', 'database']),
  /** The newest migration of tenants' tables that it has; null before the first. */
  version: z.string().nullable(),
  state: z.enum(placeStates),
  attemptedAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
});
export type PlaceRow = z.infer<typeof placeRowSchema>;

export const fleetPageSchema = z.object({
  data: z.array(placeRowSchema),
  /** Of all places, whatever the list is narrowed to. */
  counts: z.record(z.enum(placeStates), z.number().int()),
  page: z.number().int(),
  pages: z.number().int(),
  /** The newest migration of the main database. */
  mainVersion: z.string().nullable(),
  /** Asked for and not done yet. */
  running: z.boolean(),
  workerAlive: z.boolean(),
});
export type FleetPage = z.infer<typeof fleetPageSchema>;

/** Without a tenant: every place that is not up to date. */
export const migrateFleetSchema = z.strictObject({ tenantId: z.uuid().optional() });
export type MigrateFleet = z.infer<typeof migrateFleetSchema>;
