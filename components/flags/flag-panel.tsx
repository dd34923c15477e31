'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { SidePanel } from '@/components/ui/side-panel';
import { Tabs } from '@/components/ui/tabs';
import type { FlagList, FlagSummary } from '@/lib/core/flags/schema';
import { EditFlagForm } from './edit-flag-form';
import type { FlagActions } from './flag-types';
import { FlagWho } from './flag-who';

interface FlagPanelProps {
  flag: FlagSummary | null;
  list: FlagList;
  canManage: boolean;
  actions: FlagActions;
  onClose: () => void;
}

/** One flag: who has what, and its own facts. */
export function FlagPanel({ flag, canManage, actions, onClose }: FlagPanelProps) {
  const t = useTranslations('flags');
  const [tab, setTab] = useState<'who' | 'edit'>('who');
  return (
    <SidePanel open={flag !== null} onClose={onClose} title={flag?.name ?? ''} description={flag?.description}>
      {flag && (
        <div className="grid gap-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="flex min-w-0 items-center gap-1">
              <code className="min-w-0 font-mono text-sm wrap-anywhere">{flag.key}</code>
              <CopyButton value={flag.key} label={t('panel.key')} />
            </span>
            <Badge>{t(`type.${flag.kind === 'quota' ? 'quota' : flag.type}`)}</Badge>
            <Badge tone={flag.shipped ? 'neutral' : 'accent'}>{t(flag.shipped ? 'panel.builtIn' : 'panel.own')}</Badge>
          </div>
          {canManage ? (
            <Tabs
              label={t('panel.tabs')}
              value={tab}
              onChange={setTab}
              tabs={[
                { id: 'who', label: t('panel.who') },
                { id: 'edit', label: t('panel.edit') },
              ]}
            >
              {tab === 'who' ? (
                <FlagWho key={flag.key} flag={flag} canManage actions={actions} />
              ) : (
                <EditFlagForm key={flag.key} flag={flag} change={actions.change} onSaved={() => setTab('who')} />
              )}
            </Tabs>
          ) : (
            <FlagWho key={flag.key} flag={flag} canManage={false} actions={actions} />
          )}
        </div>
      )}
    </SidePanel>
  );
}
