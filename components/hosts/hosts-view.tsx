'use client';

import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Meter } from '@/components/ui/meter';
import { Section } from '@/components/ui/section';
import type { HostList, HostRow } from '@/lib/features/hosts/schema';
import { AddHostPanel } from './add-host-panel';
import { HostDialogs, type HostRequest } from './host-dialogs';
import { HostsTable } from './hosts-table';
import type { HostActions } from './host-types';

interface HostsViewProps {
  tenantId: string;
  list: HostList;
  /** What follows the name, such as `.example.com`. */
  suffixes: Record<HostRow['surface'], string>;
  display: { locale: string; timeZone: string; now: string };
  mayManage: boolean;
  actions: HostActions;
}

export function HostsView({ tenantId, list, suffixes, display, mayManage, actions }: HostsViewProps) {
  const t = useTranslations('tenant');
  const [adding, setAdding] = useState(false);
  const [request, setRequest] = useState<HostRequest | null>(null);
  const { hosts, used, limit } = list;
  const full = limit !== null && used >= limit;
  return (
    <Section
      title={t('hosts.title')}
      description={t('hosts.text')}
      actions={
        mayManage && (
          <Button disabled={full} onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {t('hosts.add')}
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        <div className="max-w-sm">
          <Meter
            label={t('hosts.quota')}
            used={used}
            limit={limit}
            text={limit === null ? t('overview.unlimited', { used }) : t('overview.of', { used, limit })}
          />
        </div>
        {full && mayManage && <Callout tone="info">{t('hosts.full')}</Callout>}
        <HostsTable hosts={hosts} display={display} mayManage={mayManage} onRequest={setRequest} />
      </div>
      <AddHostPanel
        open={adding}
        tenantId={tenantId}
        suffixes={suffixes}
        add={actions.add}
        onClose={() => setAdding(false)}
      />
      <HostDialogs tenantId={tenantId} request={request} actions={actions} onClose={() => setRequest(null)} />
    </Section>
  );
}
