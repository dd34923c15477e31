'use client';

import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { TextLink } from '@/components/ui/text-link';
import { useToast } from '@/components/ui/toast';
import type { FlagSummary, TenantOfFlag } from '@/lib/core/flags/schema';
import type { FlagActions } from './flag-types';
import { useValueText } from './use-value-text';

interface HolderRowProps {
  flag: FlagSummary;
  holder: TenantOfFlag;
  /** Null where the reader may only look. */
  actions: FlagActions | null;
  onChange: () => void;
}

/** A tenant, its value, and where that comes from. */
export function HolderRow({ flag, holder, actions, onChange }: HolderRowProps) {
  const t = useTranslations('flags');
  const text = useValueText();
  const { override } = holder;
  return (
    <li className="flex items-start gap-3 py-2">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <TextLink
          href={`/tenants/${holder.slug}`}
          className="justify-self-start truncate font-medium text-text no-underline hover:underline"
        >
          {holder.name}
        </TextLink>
        <span className="text-sm wrap-anywhere text-muted">
          {t(`who.source.${holder.source}`, { plan: holder.planName })}
          {override && <>: {t('who.reason', { reason: override.reason, who: override.setByName })}</>}
        </span>
      </div>
      <span className="max-w-36 shrink-0 py-0.5 text-end font-medium tabular wrap-anywhere">
        {text(flag, holder.value)}
      </span>
      {actions && <HolderMenu flag={flag} holder={holder} actions={actions} onChange={onChange} />}
    </li>
  );
}

function HolderMenu({ flag, holder, actions, onChange }: HolderRowProps & { actions: FlagActions }) {
  const t = useTranslations('flags');
  const toast = useToast();
  const { override } = holder;
  const putBack = useAct(actions.setOverride, { stale: 'flags' });
  const remove = useAct(actions.removeOverride, {
    stale: 'flags',
    onDone: () => {
      const { value, reason } = override ?? { value: holder.value, reason: t('override.restoreReason') };
      const undo = () => putBack.mutate({ tenantId: holder.id, key: flag.key, value, reason });
      toast.done(t('override.removed', { tenant: holder.name }), { undo });
    },
  });
  const entries: MenuEntry[] = [
    { kind: 'action', id: 'change', label: t(override ? 'who.change' : 'override.add'), onSelect: onChange },
    ...(override
      ? [
          {
            kind: 'action',
            id: 'remove',
            label: t('who.remove'),
            danger: true,
            onSelect: () => remove.mutate({ tenantId: holder.id, key: flag.key }),
          } as const,
        ]
      : []),
  ];
  return (
    <Menu
      trigger="more"
      label={t('who.actions', { name: holder.name })}
      entries={entries}
      disabled={remove.isPending}
    />
  );
}
