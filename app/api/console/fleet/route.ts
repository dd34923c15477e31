import { readFleet } from '@/lib/features/fleet/read-fleet';
import { fleetPageSchema, fleetQuerySchema } from '@/lib/features/fleet/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'fleet.view',
  query: fleetQuerySchema,
  response: fleetPageSchema,
  run: readFleet,
});
