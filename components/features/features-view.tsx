'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import type { TenantFeature, TenantFeatures } from '@/lib/core/flags/schema';
import { FeatureRow } from './feature-row';
import { LimitCard } from './limit-card';
import { useFeatures, useFeatureSwitch, type SwitchAction } from './use-features';

interface FeaturesViewProps {
  initial: TenantFeatures;
  canManage: boolean;
  switchFeature: SwitchAction;
}

const CATEGORIES = ['site', 'branding', 'people', 'records', 'support'] as const;

/** What a tenant has, in its own words: limits with what is in use, then features by area. */
export function FeaturesView({ initial, canManage, switchFeature }: FeaturesViewProps) {
  const t = useTranslations('features');
  const { data } = useFeatures(initial);
  const turn = useFeatureSwitch(switchFeature);
  const limits = data.features.filter((feature) => feature.kind === 'quota');
  const groups = groupsOf(data.features.filter((feature) => feature.kind === 'feature'));
  return (
    <div className="grid gap-8">
      <PageHeader
        title={t('title')}
        badge={<Badge tone="accent">{t('plan', { plan: data.planName })}</Badge>}
        description={t('description', { plan: data.planName })}
      />
      {limits.length > 0 && (
        <Section layout="split" title={t('category.limits')} description={t('limitsText')}>
          <ul className="grid gap-3 md:max-lg:grid-cols-2 xl:grid-cols-2">
            {limits.map((limit) => (
              <LimitCard key={limit.key} limit={limit} />
            ))}
          </ul>
        </Section>
      )}
      {groups.map(({ category, features }) => (
        <Section
          key={category}
          layout="split"
          title={t(`category.${category}`)}
          description={t(`categoryText.${category}`)}
        >
          <ul className="divide-y divide-border rounded-lg border border-border bg-raised">
            {features.map((feature) => (
              <FeatureRow
                key={feature.key}
                feature={feature}
                onSwitch={canManage && feature.switchable ? (on) => turn(feature, on) : undefined}
              />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

type Category = (typeof CATEGORIES)[number] | 'general';

/** In a fixed order; what a super-admin filed elsewhere comes last. */
function groupsOf(features: readonly TenantFeature[]): { category: Category; features: TenantFeature[] }[] {
  const categoryOf = (feature: TenantFeature): Category =>
    CATEGORIES.find((each) => each === feature.category) ?? 'general';
  return [...CATEGORIES, 'general' as const]
    .map((category) => ({ category, features: features.filter((feature) => categoryOf(feature) === category) }))
    .filter((group) => group.features.length > 0);
}
