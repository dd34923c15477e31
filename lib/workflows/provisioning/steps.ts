import 'server-only';
import type { StepName } from './schema';
import type { Step } from './step';
import { activate } from './steps/activate';
import { createKey } from './steps/create-key';
import { createTenant } from './steps/create-tenant';
import { inviteAdmin } from './steps/invite-admin';
import { placeData } from './steps/place-data';
import { reserveHosts } from './steps/reserve-hosts';
import { seedDefaults } from './steps/seed-defaults';
import { validate } from './steps/validate';

export const steps: Record<StepName, Step> = {
  validate,
  reserve_hosts: reserveHosts,
  create_tenant: createTenant,
  place_data: placeData,
  seed_defaults: seedDefaults,
  create_key: createKey,
  invite_admin: inviteAdmin,
  activate,
};
