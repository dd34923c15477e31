'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { fetchJson } from '@/components/ui/fetch-json';
import { Menu } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { isUnsettled, mayRenew } from '@/lib/features/domains/rules';
import type { DomainDetail } from '@/lib/features/domains/schema';
import { DnsRecords } from './dns-records';
import { DoctorFindings } from './doctor-findings';
import { DomainHistory } from './domain-history';
import { DomainStates } from './domain-states';
import { statusTones, type Display, type DomainActions } from './domain-types';
import { useDomainActions } from './use-domain-actions';

interface DomainViewProps {
  initial: DomainDetail;
  mayManage: boolean;
  display: Display;
  actions: DomainActions;
}

/** One domain: what to do now, the records, what was found, and how it came to that. Read again every few seconds while something is under way. */
export function DomainView({ initial, mayManage, display, actions }: DomainViewProps) {
  const t = useTranslations('domains');
  const { data: domain } = useQuery({
    queryKey: ['domains', initial.id],
    queryFn: ({ signal }) => fetchJson<DomainDetail>(`/api/portal/domains/${initial.id}`, signal),
    initialData: initial,
    refetchInterval: ({ state }) =>
      state.data && isUnsettled({ ...state.data, certificate: state.data.certificate.state }) ? 3_000 : 15_000,
  });
  const doing = useDomainActions(domain, actions);
  return (
    <div className="grid gap-8">
      <PageHeader
        title={<span className="font-mono">{domain.display}</span>}
        badge={
          <>
            <StatusBadge tone={statusTones[domain.status]} label={t(`status.${domain.status}`)} />
            {domain.isPrimary && <Badge tone="accent">{t('primary')}</Badge>}
          </>
        }
        description={t(`surface.${domain.surface}`)}
        action={mayManage && <Actions domain={domain} doing={doing} />}
      />
      <div className="grid gap-3" aria-live="polite">
        <StatusCallout domain={domain} display={display} />
        <p className="text-sm text-muted">
          {t('checked')}: {domain.checkedAt ? <RelativeTime at={domain.checkedAt} {...display} /> : t('never')}
        </p>
      </div>
      <DnsRecords domain={domain} display={display} onMail={mayManage ? doing.mail : null} />
      <DoctorFindings domain={domain} />
      <DomainStates domain={domain} display={display} />
      <DomainHistory domain={domain} display={display} />
      {doing.dialogs}
    </div>
  );
}

function Actions({ domain, doing }: { domain: DomainDetail; doing: ReturnType<typeof useDomainActions> }) {
  const t = useTranslations('domains');
  const restart = domain.status === 'off' || domain.status === 'expired';
  return (
    <>
      <Menu
        trigger="more"
        label={t('menu', { domain: domain.display })}
        entries={[
          ...(domain.status === 'active'
            ? [{ kind: 'link', id: 'visit', label: t('visit'), href: domain.url, external: true } as const]
            : []),
          ...(domain.hostId && !domain.isPrimary && domain.surface === 'portal'
            ? [
                {
                  kind: 'action',
                  id: 'move',
                  label: t('move'),
                  onSelect: doing.move,
                } as const,
              ]
            : []),
          ...(mayRenew(domain.status, domain.ownership.state) && !restart
            ? [{ kind: 'action', id: 'renew', label: t('renew'), onSelect: doing.renew } as const]
            : []),
          { kind: 'action', id: 'release', label: t('release'), danger: true, onSelect: doing.release },
        ]}
      />
      {!restart && (
        <Button pending={doing.checking} onClick={doing.check}>
          {t('check')}
        </Button>
      )}
      {restart && (
        <Button variant="primary" onClick={doing.renew}>
          {t('renew')}
        </Button>
      )}
      {domain.status === 'active' && !domain.isPrimary && (
        <Button variant="primary" onClick={doing.makePrimary}>
          {t('makePrimary')}
        </Button>
      )}
    </>
  );
}

const calloutTones = {
  waiting: 'info',
  verified: 'info',
  active: 'positive',
  trouble: 'warning',
  off: 'negative',
  expired: 'warning',
} as const;

function StatusCallout({ domain, display }: { domain: DomainDetail; display: Display }) {
  const t = useTranslations('domains');
  const date = new Intl.DateTimeFormat(display.locale, { dateStyle: 'long', timeZone: display.timeZone });
  if (domain.ownership.state === 'refused') return <Callout tone="negative">{t('refused')}</Callout>;
  return (
    <Callout tone={calloutTones[domain.status]} title={t(`status.${domain.status}`)}>
      {t(`statusText.${domain.status}`, { date: domain.offAt ? date.format(new Date(domain.offAt)) : '' })}
    </Callout>
  );
}
