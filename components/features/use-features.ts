'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Refused, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { fetchJson } from '@/components/ui/fetch-json';
import { useToast } from '@/components/ui/toast';
import type { SwitchFeature, TenantFeature, TenantFeatures } from '@/lib/core/flags/schema';

export type SwitchAction = Act<SwitchFeature, void>;

const queryKey = ['features'];

export function useFeatures(initial: TenantFeatures) {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchJson<TenantFeatures>('/api/portal/features', signal),
    initialData: initial,
  });
}

/** Switches at once and says so with a way back; a refusal puts the switch back and says why. */
export function useFeatureSwitch(action: SwitchAction): (feature: TenantFeature, on: boolean) => void {
  const t = useTranslations('features');
  const toast = useToast();
  const router = useRouter();
  const client = useQueryClient();
  const { sentence } = useFailureText();
  const mutation = useMutation({
    mutationFn: async ({ feature, on }: { feature: TenantFeature; on: boolean }) => {
      const result = await action({ key: feature.key, on });
      if (!result.ok) throw new Refused(result.error);
    },
    onMutate: async ({ feature, on }) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData<TenantFeatures>(queryKey, (shown) => shown && withSwitch(shown, feature.key, on));
    },
    onSuccess: (_data, { feature, on }) => {
      const undo = () => mutation.mutate({ feature, on: !on });
      toast.done(t(on ? 'switchedOn' : 'switchedOff', { name: feature.name }), { undo });
      // The sidebar may have gained or lost a page.
      router.refresh();
    },
    onError: (error) => toast.problem(sentence(error instanceof Refused ? error.failure : { code: 'unavailable' })),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (feature, on) => mutation.mutate({ feature, on });
}

/** The source follows from the answer; until then only the value is foretold. */
function withSwitch(shown: TenantFeatures, key: string, on: boolean): TenantFeatures {
  const features = shown.features.map((feature) => {
    if (feature.key !== key) return feature;
    const granted = feature.reason === null ? ('plan' as const) : ('override' as const);
    return { ...feature, value: on, source: on ? granted : ('tenant' as const) };
  });
  return { ...shown, features };
}
