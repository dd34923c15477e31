'use client';

import { Fragment } from 'react';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Card } from '@/components/ui/card';
import type { KeyValueItem } from '@/components/ui/key-value';
import { Meter } from '@/components/ui/meter';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { StatTile } from '@/components/ui/stat-tile';
import type { TenantDetail } from '@/lib/features/tenants/tenant-by-slug';
import type { TenantOverview } from '@/lib/features/tenants/tenant-overview';
import type { Display } from './tenant-types';

interface OverviewProps {
  tenant: TenantDetail;
  /** In the reader's language. */
  industry: string | null;
  overview: TenantOverview;
  display: Display;
}

export function TenantOverviewView(props: OverviewProps) {
  const t = useTranslations('tenant');
  return (
    <div className="grid min-w-0 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 content-start gap-8">
        <Section title={t('overview.addresses')}>
          <div className="grid gap-2">
            <Address what={t('overview.portal')} url={props.tenant.portalUrl} />
            <Address what={t('overview.site')} url={props.tenant.siteUrl} />
          </div>
        </Section>
        <Section title={t('overview.use')}>
          <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
            <Quotas quotas={props.overview.quotas} />
          </div>
        </Section>
        <Section title={t('overview.activity')}>
          <Activity {...props} />
        </Section>
      </div>
      <div className="grid min-w-0 content-start">
        <Section title={t('overview.facts')}>
          <Facts {...props} />
        </Section>
      </div>
    </div>
  );
}

function Address({ what, url }: { what: string; url: string | null }) {
  const t = useTranslations('tenant');
  return (
    <Card padded={false} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 pe-2 ps-4">
      <span className="w-14 shrink-0 text-muted">{what}</span>
      {url === null ? (
        <span className="flex-1 text-subtle">{t('overview.noAddress')}</span>
      ) : (
        <>
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-control min-w-0 flex-1 items-center gap-1.5 font-mono text-sm hover:underline"
          >
            <span className="truncate">{url.replace(/^https?:\/\//, '')}</span>
            <ExternalLink aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
          </a>
          <CopyButton value={url} label={what} />
        </>
      )}
    </Card>
  );
}

function Quotas({ quotas }: { quotas: TenantOverview['quotas'] }) {
  const t = useTranslations('tenant');
  return quotas.map(({ key, used, limit }) => (
    <Meter
      key={key}
      label={t(`overview.${key}`)}
      used={used}
      limit={limit}
      text={limit === null ? t('overview.unlimited', { used }) : t('overview.of', { used, limit })}
    />
  ));
}

function Activity({ overview, display }: OverviewProps) {
  const t = useTranslations('tenant');
  const count = new Intl.NumberFormat(display.locale);
  const measured = overview.requests.flatMap(({ count: requests }) => (requests === null ? [] : [requests]));
  const total = measured.reduce((sum, requests) => sum + requests, 0);
  return (
    <div className="grid grid-cols-2 gap-x-8 gap-y-5 md:grid-cols-3">
      <StatTile
        label={t('overview.requests')}
        value={measured.length === 0 ? '–' : count.format(total)}
        points={measured.length === 0 ? undefined : overview.requests.map((day) => day.count)}
      />
      <StatTile
        label={t('overview.lastSeen')}
        value={
          overview.lastSeenAt === null ? t('overview.never') : <RelativeTime at={overview.lastSeenAt} {...display} />
        }
      />
      <StatTile label={t('overview.sessions')} value={count.format(overview.sessions)} />
    </div>
  );
}

function Facts({ tenant, industry, overview, display }: OverviewProps) {
  const t = useTranslations('tenant');
  const tenants = useTranslations('tenants');
  const items: KeyValueItem[] = [
    { label: t('overview.plan'), value: tenant.planName },
    { label: t('overview.placement'), value: tenants(`placement.${tenant.placement}`) },
    { label: t('overview.slug'), value: <Copyable value={tenant.slug} label={t('overview.slug')} /> },
    { label: t('overview.id'), value: <Copyable value={tenant.id} label={t('overview.id')} /> },
  ];
  if (industry !== null) items.push({ label: t('overview.industry'), value: industry });
  items.push({ label: t('overview.created'), value: <RelativeTime at={tenant.createdAt} {...display} /> });
  if (overview.createdBy !== null) items.push({ label: t('overview.createdBy'), value: overview.createdBy });
  if (tenant.activatedAt !== null) {
    items.push({ label: t('overview.activated'), value: <RelativeTime at={tenant.activatedAt} {...display} /> });
  }
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-3">
      {items.map(({ label, value }) => (
        <Fragment key={label}>
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Copyable({ value, label }: { value: string; label: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className="truncate text-sm" title={value}>
        {value}
      </code>
      <CopyButton value={value} label={label} />
    </span>
  );
}
