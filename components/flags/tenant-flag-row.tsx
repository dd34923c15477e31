'use client';

import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { Badge } from '@/components/ui/badge';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import type { TenantFeature } from '@/lib/core/flags/schema';
import type { FlagActions } from './flag-types';
import { useValueText } from './use-value-text';

interface TenantFlagRowProps {
  tenant: { id: string; name: string; planName: string };
  feature: TenantFeature;
  actions: FlagActions | null;
  onChange: () => void;
}

/** One flag of one tenant: its value, and the words for where that comes from. */
export function TenantFlagRow({ tenant, feature, actions, onChange }: TenantFlagRowProps) {
  const t = useTranslations('flags');
  const text = useValueText();
  const used = feature.used === null ? null : text(feature, feature.used);
  return (
    <li className="flex items-start gap-4 py-2.5">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{feature.name}</span>
          {feature.source === 'override' && <Badge tone="accent">{t('who.source.override')}</Badge>}
        </span>
        <span className="text-sm text-muted">{feature.description}</span>
        {feature.reason !== null && <span className="text-sm wrap-anywhere text-text">{feature.reason}</span>}
      </div>
      <div className="grid max-w-48 shrink-0 justify-items-end text-end">
        <span className="font-medium tabular wrap-anywhere">{text(feature, feature.value)}</span>
        {feature.source !== 'override' && (
          <span className="text-sm text-muted">{t(`who.source.${feature.source}`, { plan: tenant.planName })}</span>
        )}
        {used !== null && <span className="text-sm tabular text-muted">{t('value.used', { used })}</span>}
      </div>
      {actions && <RowMenu tenant={tenant} feature={feature} actions={actions} onChange={onChange} />}
    </li>
  );
}

function RowMenu({ tenant, feature, actions, onChange }: TenantFlagRowProps & { actions: FlagActions }) {
  const t = useTranslations('flags');
  const toast = useToast();
  const putBack = useAct(actions.setOverride, { stale: 'flags' });
  const remove = useAct(actions.removeOverride, {
    stale: 'flags',
    onDone: () => {
      const { value, reason, key } = feature;
      const undo = () =>
        putBack.mutate({ tenantId: tenant.id, key, value, reason: reason ?? t('override.restoreReason') });
      toast.done(t('override.removed', { tenant: tenant.name }), { undo });
    },
  });
  const overridden = feature.reason !== null;
  const entries: MenuEntry[] = [
    { kind: 'action', id: 'change', label: t(overridden ? 'who.change' : 'override.add'), onSelect: onChange },
  ];
  if (overridden) {
    const onSelect = () => remove.mutate({ tenantId: tenant.id, key: feature.key });
    entries.push({ kind: 'action', id: 'remove', label: t('who.remove'), danger: true, onSelect });
  }
  return (
    <Menu
      trigger="more"
      label={t('who.actions', { name: feature.name })}
      entries={entries}
      disabled={remove.isPending}
    />
  );
}
