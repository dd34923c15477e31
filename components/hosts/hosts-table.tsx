'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { mayBecomePrimary, mayRemoveHost } from '@/lib/features/hosts/rules';
import type { HostRow } from '@/lib/features/hosts/schema';
import type { HostRequest } from './host-dialogs';

interface HostsTableProps {
  hosts: readonly HostRow[];
  display: { locale: string; timeZone: string; now: string };
  mayManage: boolean;
  onRequest: (request: HostRequest) => void;
}

const tones = { reserved: 'info', active: 'positive', disabled: 'neutral' } as const;

export function HostsTable({ hosts, display, mayManage, onRequest }: HostsTableProps) {
  const t = useTranslations('tenant');
  return (
    <TableFrame>
      <Table aria-label={t('hosts.title')}>
        <thead>
          <tr>
            <Th>{t('hosts.address')}</Th>
            <Th>{t('hosts.surface')}</Th>
            <Th>{t('hosts.status')}</Th>
            <Th>{t('hosts.created')}</Th>
            <Th>
              <span className="sr-only">{t('hosts.actions')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {hosts.map((host) => (
            <Tr key={host.id}>
              <Td>
                <span className="flex items-center gap-2">
                  <code className="text-sm">{host.host}</code>
                  {host.isPrimary && <Badge tone="accent">{t('hosts.primary')}</Badge>}
                </span>
              </Td>
              <Td>{t(`hosts.${host.surface}`)}</Td>
              <Td>
                <StatusBadge tone={tones[host.status]} label={t(`hosts.${host.status}`)} />
              </Td>
              <Td>
                <RelativeTime at={host.createdAt} {...display} />
              </Td>
              <Td align="end">
                <HostMenu host={host} mayManage={mayManage} onRequest={onRequest} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  );
}

function HostMenu({
  host,
  mayManage,
  onRequest,
}: Pick<HostsTableProps, 'mayManage' | 'onRequest'> & { host: HostRow }) {
  const t = useTranslations('tenant');
  const entries: MenuEntry[] = [{ kind: 'link', id: 'open', label: t('hosts.open'), href: host.url, external: true }];
  if (mayManage && mayBecomePrimary(host)) {
    entries.push({
      kind: 'action',
      id: 'primary',
      label: t('hosts.makePrimary'),
      onSelect: () => onRequest({ what: 'makePrimary', host }),
    });
  }
  if (mayManage && mayRemoveHost(host)) {
    entries.push({
      kind: 'action',
      id: 'remove',
      label: t('hosts.remove'),
      danger: true,
      onSelect: () => onRequest({ what: 'remove', host }),
    });
  }
  return <Menu trigger="more" label={t('hosts.menu', { host: host.host })} entries={entries} />;
}
