'use client';

import { useTranslations } from 'use-intl';
import { RadioGroup } from '@/components/ui/radio-group';
import { placements } from '@/lib/workflows/provisioning/schema';
import type { PlanFacts } from './plan-facts';
import { planFacts } from './plan-facts';
import type { StepProps } from './step-props';
import { usePriceWords } from './use-price-words';

export function PlanStep({ draft, change, facts }: StepProps) {
  const t = useTranslations('wizard');
  const price = usePriceWords();
  return (
    <>
      <RadioGroup
        legend={t('plan.legend')}
        name="plan"
        look="cards"
        value={draft.plan.planKey}
        onChange={(event) => change('plan', { planKey: event.target.value })}
        options={facts.plans.plans.map((plan) => ({
          value: plan.key,
          label: (
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>{plan.name}</span>
              <span className="text-sm font-normal text-muted tabular">{price(plan)}</span>
            </span>
          ),
          hint: <PlanHint description={plan.description} facts={planFacts(facts.plans, plan)} />,
        }))}
      />
      <RadioGroup
        legend={t('plan.placement')}
        name="placement"
        value={draft.plan.placement}
        onChange={(event) => change('plan', { placement: event.target.value as (typeof placements)[number] })}
        options={placements.map((placement) => ({
          value: placement,
          label: t(`plan.${placement}`),
          hint: t(`plan.${placement}Hint`),
        }))}
      />
    </>
  );
}

function PlanHint({ description, facts }: { description: string; facts: PlanFacts }) {
  const t = useTranslations('wizard');
  const parts = [
    t('plan.members', { count: facts.members }),
    t('plan.requests', { count: facts.requests }),
    t('plan.features', { count: facts.features }),
  ];
  return (
    <>
      <span className="block">{description}</span>
      <span className="block pt-1 tabular">{parts.join(' · ')}</span>
    </>
  );
}
