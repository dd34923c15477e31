'use client';

import { useTranslations } from 'use-intl';
import type { FeatureValue } from './draft';
import { FeatureRow } from './feature-row';
import { planValue } from './plan-facts';
import type { StepProps } from './step-props';
import type wizard from '@/lib/messages/en/wizard.json';

type Category = keyof (typeof wizard)['category'];

export function FeaturesStep({ draft, change, facts }: StepProps) {
  const t = useTranslations('wizard');
  const { overrides } = draft.features;
  const plan = facts.plans.plans.find(({ key }) => key === draft.plan.planKey);
  const categories = [...new Set(facts.plans.flags.map(({ category }) => category))];
  const count = Object.keys(overrides).length;

  function set(key: string, value: FeatureValue) {
    const { [key]: _former, ...others } = overrides;
    change('features', {
      overrides: value === planValue(facts.plans, plan, key) ? others : { ...others, [key]: value },
    });
  }

  return (
    <>
      <p role="status" className="text-sm text-muted">
        {count === 0 ? t('features.noneChanged') : t('features.someChanged', { count })}
      </p>
      {categories.map((category) => (
        <section key={category} className="grid gap-1" aria-labelledby={`wizard-category-${category}`}>
          <h3 id={`wizard-category-${category}`} className="font-medium">
            {t.has(`category.${category as Category}`) ? t(`category.${category as Category}`) : category}
          </h3>
          <ul className="divide-y divide-border border-y border-border">
            {facts.plans.flags
              .filter((flag) => flag.category === category)
              .map((flag) => (
                <FeatureRow
                  key={flag.key}
                  flag={flag}
                  planName={plan?.name ?? ''}
                  planValue={planValue(facts.plans, plan, flag.key) ?? flag.defaultValue}
                  override={overrides[flag.key]}
                  onChange={(value) => set(flag.key, value)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
