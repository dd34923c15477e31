'use server';

import { changeFlag } from '@/lib/core/flags/change-flag';
import { createFlag } from '@/lib/core/flags/create-flag';
import { changeFlagSchema, createFlagSchema, removeOverrideSchema, setOverrideSchema } from '@/lib/core/flags/schema';
import { removeOverride, setOverride } from '@/lib/core/flags/set-override';
import { defineConsoleAction } from '@/lib/http/define-action';

export const createFlagAction = defineConsoleAction({
  permission: 'flags.manage',
  input: createFlagSchema,
  run: createFlag,
});

export const changeFlagAction = defineConsoleAction({
  permission: 'flags.manage',
  input: changeFlagSchema,
  run: changeFlag,
});

export const setOverrideAction = defineConsoleAction({
  permission: 'flags.manage',
  input: setOverrideSchema,
  run: setOverride,
});

export const removeOverrideAction = defineConsoleAction({
  permission: 'flags.manage',
  input: removeOverrideSchema,
  run: removeOverride,
});
