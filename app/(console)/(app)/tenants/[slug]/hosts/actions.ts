'use server';

import { addHost } from '@/lib/features/hosts/add-host';
import { makeHostPrimary } from '@/lib/features/hosts/make-host-primary';
import { removeHost } from '@/lib/features/hosts/remove-host';
import { addHostSchema, hostActionSchema } from '@/lib/features/hosts/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const addHostAction = defineConsoleAction({ permission: 'tenants.manage', input: addHostSchema, run: addHost });

export const makeHostPrimaryAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: hostActionSchema,
  run: makeHostPrimary,
});

export const removeHostAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: hostActionSchema,
  run: removeHost,
});
