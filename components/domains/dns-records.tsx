'use client';

import { Mail } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyField } from '@/components/ui/copy-field';
import { Section } from '@/components/ui/section';
import { StatusBadge } from '@/components/ui/status-badge';
import type { DomainDetail, RecordSeen } from '@/lib/features/domains/schema';
import type { Display } from './domain-types';

interface DnsRecordsProps {
  domain: DomainDetail;
  display: Display;
  /** Null where the reader may only look. */
  onMail: (() => void) | null;
}

/** Each record to be made, ready to be copied, beside what each resolver says of it. */
export function DnsRecords({ domain, display, onMail }: DnsRecordsProps) {
  const t = useTranslations('domains');
  const until = new Intl.DateTimeFormat(display.locale, { dateStyle: 'long', timeZone: display.timeZone });
  const open = domain.ownership.state === 'waiting';
  return (
    <Section
      title={t('records.title')}
      description={
        <>
          {t('records.text')} {open && t('records.until', { date: until.format(new Date(domain.challengeExpiresAt)) })}
        </>
      }
      actions={
        onMail && (
          <Button onClick={onMail}>
            <Mail aria-hidden="true" />
            {t('mail')}
          </Button>
        )
      }
    >
      <ul className="grid gap-4">
        {domain.records.map((each) => (
          <li key={`${each.record.type} ${each.record.value}`}>
            <RecordCard {...each} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RecordCard({ record, seen }: RecordSeen) {
  const t = useTranslations('domains');
  return (
    <Card>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-8">
        <div className="grid min-w-0 content-start gap-3">
          <h3 className="flex flex-wrap items-center gap-2 font-medium">
            <Badge tone="neutral">{record.type}</Badge>
            {t(`records.${record.purpose}`)}
          </h3>
          <div className="grid gap-1">
            <span className="text-sm text-muted">{t('records.name')}</span>
            <CopyField wrap value={record.name} label={`${record.type} ${t('records.name')}`} />
          </div>
          <div className="grid gap-1">
            <span className="text-sm text-muted">{t('records.value')}</span>
            <CopyField wrap value={record.value} label={`${record.type} ${t('records.value')}`} />
          </div>
        </div>
        <div className="grid min-w-0 content-start gap-2">
          <h4 className="text-sm text-muted">{t('records.found')}</h4>
          {seen.length === 0 && <p className="text-muted">{t('records.unseen')}</p>}
          <ul className="grid gap-2">
            {alike(seen).map((each) => (
              <li key={each.servers.join(' ')} className="grid gap-0.5">
                <StatusBadge tone={tones[each.state]} label={t(`records.${each.state}`)} />
                {each.state === 'wrong' &&
                  each.found.map((value) => (
                    <code key={value} className="text-sm wrap-anywhere">
                      {value}
                    </code>
                  ))}
                <span className="text-xs text-muted wrap-anywhere">
                  {t('records.at', {
                    name: record.name,
                    servers: each.servers.join(', '),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}

const tones = { right: 'positive', wrong: 'negative', missing: 'warning', silent: 'neutral' } as const;

type Seen = RecordSeen['seen'][number];

/** Resolvers that say the same are named together, so that the one that differs stands out. */
function alike(seen: readonly Seen[]): (Pick<Seen, 'state' | 'found'> & { servers: string[] })[] {
  const groups = new Map<string, Pick<Seen, 'state' | 'found'> & { servers: string[] }>();
  for (const { state, found, server } of seen) {
    const key = JSON.stringify([state, state === 'wrong' ? [...found].sort() : []]);
    const group = groups.get(key) ?? { state, found, servers: [] };
    group.servers.push(server);
    groups.set(key, group);
  }
  return [...groups.values()];
}
