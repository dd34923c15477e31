'use client';

import { useTranslations } from 'use-intl';
import { CopyField } from '@/components/ui/copy-field';
import { KeyValueList, type KeyValueItem } from '@/components/ui/key-value';
import { formatExact } from '@/components/ui/relative-time-format';
import { SidePanel } from '@/components/ui/side-panel';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import type { AuditEventRow } from '@/lib/core/audit/schema';
import { useAuditWords } from './audit-words';

interface AuditPanelProps {
  /** Null while closed. */
  event: AuditEventRow | null;
  display: { locale: string; timeZone: string };
  onClose: () => void;
}

/** One event in full: what changed, who did it, and where it came from. */
export function AuditPanel({ event, display, onClose }: AuditPanelProps) {
  const words = useAuditWords();
  return (
    <SidePanel
      open={event !== null}
      onClose={onClose}
      title={event ? words.action(event.action) : ''}
      description={event ? formatExact(new Date(event.at), display.locale, display.timeZone) : undefined}
    >
      {event && (
        <div className="grid gap-6">
          <Changes event={event} />
          <Facts event={event} />
        </div>
      )}
    </SidePanel>
  );
}

function Changes({ event }: { event: AuditEventRow }) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const changes = Object.entries(event.changes);
  if (changes.length === 0) return <p className="text-muted">{t('panel.noChanges')}</p>;
  return (
    <TableFrame>
      <Table aria-label={t('panel.changes')}>
        <thead>
          <tr>
            <Th>{t('panel.changes')}</Th>
            <Th>{t('panel.before')}</Th>
            <Th>{t('panel.after')}</Th>
          </tr>
        </thead>
        <tbody>
          {changes.map(([field, { before, after }]) => (
            <Tr key={field}>
              <Td className="font-medium">{words.field(field)}</Td>
              <Td className="wrap-anywhere text-muted">{words.value(field, before)}</Td>
              <Td className="wrap-anywhere">{words.value(field, after)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  );
}

function Facts({ event }: { event: AuditEventRow }) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const address = /<([^<>]+)>$/.exec(event.actorLabel)?.[1];
  const items: KeyValueItem[] = [
    {
      label: t('actor'),
      value: (
        <>
          {words.actor(event)}
          <span className="block text-sm text-muted">{address ?? t(`actorType.${event.actorType}`)}</span>
        </>
      ),
    },
  ];
  if (event.targetLabel) items.push({ label: t('target'), value: event.targetLabel });
  if (event.device)
    items.push({ label: t('device'), value: <span title={event.userAgent ?? undefined}>{event.device}</span> });
  if (event.ip) items.push({ label: t('ip'), value: <CopyField value={event.ip} label={t('ip')} /> });
  if (event.requestId)
    items.push({ label: t('requestId'), value: <CopyField value={event.requestId} label={t('requestId')} /> });
  items.push({ label: t('eventId'), value: <CopyField value={event.id} label={t('eventId')} /> });
  return (
    <section aria-label={t('panel.facts')}>
      <KeyValueList items={items} />
    </section>
  );
}
