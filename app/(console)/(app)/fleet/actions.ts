'use server';

import { requestMigration } from '@/lib/features/fleet/request-migration';
import { migrateFleetSchema } from '@/lib/features/fleet/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const migrateFleetAction = defineConsoleAction({
  permission: 'fleet.manage',
  input: migrateFleetSchema,
  run: requestMigration,
});
