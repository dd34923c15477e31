'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { fetchJson } from '@/components/ui/fetch-json';
import { Meter } from '@/components/ui/meter';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { Dashboard } from '@/lib/workflows/dashboard/schema';
import { ActivityList } from './activity-list';
import { FigureRow } from './figure-row';
import { Notices } from './notices';
import { SetupList } from './setup-list';

interface DashboardViewProps {
  initial: Dashboard;
  /** Announcements that were closed on this device (closed-notices.ts). */
  closedNotices: readonly string[];
  tenantName: string;
  display: { locale: string; timeZone: string; now: string };
}

/** Kept up to date while it is looked at. */
export function DashboardView({ initial, closedNotices, tenantName, display }: DashboardViewProps) {
  const t = useTranslations('dashboard');
  const { data } = useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => fetchJson<Dashboard>('/api/portal/dashboard', signal),
    initialData: initial,
    refetchInterval: 60_000,
  });
  return (
    <div className="grid gap-10">
      <Notices notices={data.announcements} closed={closedNotices} />
      {data.setup.length > 0 && <SetupList steps={data.setup} tenantName={tenantName} />}
      <FigureRow people={data.people} usage={data.usage} locale={display.locale} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        {data.activity !== null && (
          <Section title={t('activity.title')} actions={<TextLink href="/audit">{t('activity.all')}</TextLink>}>
            <ActivityList events={data.activity} display={display} />
          </Section>
        )}
        <div className="grid content-start gap-10">
          {data.quotas.length > 0 && <Quotas quotas={data.quotas} />}
          <Addresses hosts={data.hosts} />
        </div>
      </div>
    </div>
  );
}

function Quotas({ quotas }: { quotas: Dashboard['quotas'] }) {
  const t = useTranslations('dashboard');
  return (
    <Section title={t('quotas.title')}>
      <div className="grid gap-4">
        {quotas.map(({ key, used, limit }) => (
          <Meter
            key={key}
            label={t(key === 'members' ? 'quotaMembers' : 'quotaHosts')}
            used={used}
            limit={limit}
            text={limit === null ? t('quotaUnlimited', { used }) : t('quotaText', { used, limit })}
          />
        ))}
      </div>
    </Section>
  );
}

function Addresses({ hosts }: { hosts: Dashboard['hosts'] }) {
  const t = useTranslations('dashboard');
  return (
    <Section title={t('addresses.title')}>
      <ul className="divide-y divide-border">
        {hosts.map(({ host, url, surface, isPrimary }) => (
          <li key={host} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 first:pt-0 last:pb-0">
            <span className="min-w-16 shrink-0 whitespace-nowrap text-muted">{t(`addresses.${surface}`)}</span>
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-w-0 flex-1 items-center gap-1.5 rounded-sm hover:underline"
              aria-label={t('addresses.open', { host })}
            >
              <span className="truncate">{host}</span>
              <ExternalLink aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
            </a>
            {isPrimary && <Badge>{t('addresses.primary')}</Badge>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
