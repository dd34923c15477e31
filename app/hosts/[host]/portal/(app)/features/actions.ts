'use server';

import { switchFeatureSchema } from '@/lib/core/flags/schema';
import { switchFeature } from '@/lib/core/flags/switch-feature';
import { defineMemberAction } from '@/lib/http/define-action';

export const switchFeatureAction = defineMemberAction({
  permission: 'features.manage',
  input: switchFeatureSchema,
  run: switchFeature,
});
