'use client';

import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { fetchJson, queryString } from '@/components/ui/fetch-json';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import type { PlanImpact } from '@/lib/features/tenants/schema';
import { PlanBreaks, PlanImpactView } from './plan-impact-view';
import type { PlanChoice } from './tenant-filters';

interface PlanFormProps {
  tenant: { id: string; name: string; planKey: string };
  plans: readonly PlanChoice[];
  mayManage: boolean;
  change: Act<{ id: string; planKey: string }, void>;
}

/** Another plan is chosen, what it changes is shown, and only then can it be put in force. */
export function PlanForm({ tenant, plans, mayManage, change }: PlanFormProps) {
  const t = useTranslations('tenant');
  const toast = useToast();
  const [chosen, setChosen] = useState(tenant.planKey);
  const [asking, setAsking] = useState(false);
  const differs = chosen !== tenant.planKey;
  const impact = useQuery({
    queryKey: ['tenants', 'plan-impact', tenant.id, chosen],
    queryFn: ({ signal }) =>
      fetchJson<PlanImpact>(`/api/console/tenants/${tenant.id}/plan-impact${queryString({ planKey: chosen })}`, signal),
    enabled: differs,
  });
  const names = { name: tenant.name, plan: plans.find((plan) => plan.key === chosen)?.name ?? chosen };
  const act = useAct(change, {
    stale: 'tenants',
    onDone: () => {
      setAsking(false);
      toast.done(t('settings.planChanged', names));
    },
  });
  return (
    <div className="grid max-w-xl gap-4">
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('settings.planLabel')} className="min-w-56 flex-1">
          {(control) => (
            <Select
              {...control}
              disabled={!mayManage}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              options={plans.map(({ key, name }) => ({
                value: key,
                label: key === tenant.planKey ? t('settings.planNow', { plan: name }) : name,
              }))}
            />
          )}
        </Field>
        {mayManage && (
          <Button disabled={!differs || !impact.data} onClick={() => setAsking(true)}>
            {t('settings.changePlan')}
          </Button>
        )}
      </div>
      {differs && <PlanImpactView impact={impact.data} failed={impact.isError} />}
      <ConfirmDialog
        kind="ordinary"
        open={asking}
        onClose={() => setAsking(false)}
        title={t('settings.changePlanTitle', names)}
        consequence={impact.data && <PlanWarning impact={impact.data} />}
        confirmLabel={t('settings.changePlan')}
        onConfirm={() => act.mutate({ id: tenant.id, planKey: chosen })}
        pending={act.isPending}
      />
    </div>
  );
}

function PlanWarning({ impact }: { impact: PlanImpact }) {
  const t = useTranslations('tenant');
  if (impact.breaks.length === 0) return t('settings.planText');
  return (
    <div className="grid gap-1">
      <PlanBreaks impact={impact} />
    </div>
  );
}
