'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SidePanel } from '@/components/ui/side-panel';
import type { FlagSummary, TenantFeature } from '@/lib/core/flags/schema';
import type { FlagActions } from './flag-types';
import { OverrideForm } from './override-form';
import { TenantFlagRow } from './tenant-flag-row';

interface TenantFlagsProps {
  tenant: { id: string; name: string; slug: string; planName: string };
  features: readonly TenantFeature[];
  flags: readonly FlagSummary[];
  /** Null where the reader may only look. */
  actions: FlagActions | null;
}

/** Everything one tenant has, where each value comes from, and the way to set another. */
export function TenantFlags({ tenant, features, flags, actions }: TenantFlagsProps) {
  const t = useTranslations('flags');
  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = features.find((feature) => feature.key === openKey);
  const flag = flags.find((candidate) => candidate.key === openKey);
  const categories = [...new Set(features.map((feature) => feature.category))];
  const words = t as unknown as { (key: string): string; has(key: string): boolean };
  return (
    <div className="grid gap-8">
      {categories.map((category) => (
        <section
          key={category}
          aria-label={words.has(`category.${category}`) ? words(`category.${category}`) : category}
        >
          <h3 className="pb-2 text-sm font-medium text-muted">
            {words.has(`category.${category}`) ? words(`category.${category}`) : category}
          </h3>
          <ul className="divide-y divide-border border-y border-border">
            {features
              .filter((feature) => feature.category === category)
              .map((feature) => (
                <TenantFlagRow
                  key={feature.key}
                  tenant={tenant}
                  feature={feature}
                  actions={actions}
                  onChange={() => setOpenKey(feature.key)}
                />
              ))}
          </ul>
        </section>
      ))}
      <SidePanel
        open={open !== undefined && flag !== undefined}
        onClose={() => setOpenKey(null)}
        title={flag?.name ?? ''}
        description={flag?.description}
      >
        {open && flag && actions && (
          <OverrideForm
            flag={flag}
            tenant={asHolder(tenant, open)}
            set={actions.setOverride}
            onClose={() => setOpenKey(null)}
          />
        )}
      </SidePanel>
    </div>
  );
}

function asHolder(tenant: TenantFlagsProps['tenant'], feature: TenantFeature) {
  const { value, source, reason } = feature;
  return { ...tenant, value, source, override: reason === null ? null : { value, reason, setByName: '', at: '' } };
}
