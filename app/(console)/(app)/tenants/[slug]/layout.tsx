import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ExternalLink } from 'lucide-react';
import { PageMessages } from '@/components/i18n/messages';
import { PageCrumb } from '@/components/shell/page-crumb';
import { TenantNotice } from '@/components/tenants/tenant-notice';
import { TenantStatus } from '@/components/tenants/tenant-status';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { consoleCan } from '@/lib/core/access/context';
import { translator } from '@/lib/messages/translator';
import { openTenant, type TenantPageProps } from './open-tenant';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('tenant');
const tabs = ['overview', 'members', 'hosts', 'features', 'settings', 'audit', 'provisioning'] as const;

export async function generateMetadata({ params }: TenantPageProps): Promise<Metadata> {
  const { tenant } = await openTenant((await params).slug);
  return { title: tenant.name };
}

export default async function TenantLayout({ params, children }: TenantPageProps & { children: ReactNode }) {
  const { ctx, tenant } = await openTenant((await params).slug);
  const base = `/tenants/${tenant.slug}`;
  const shown = tabs.filter((tab) => tab !== 'audit' || consoleCan(ctx, 'audit.view'));
  return (
    <PageMessages namespaces={['tenants', 'tenant']}>
      <div className="grid gap-6">
        <PageCrumb label={tenant.name} />
        <PageHeader
          title={tenant.name}
          badge={<TenantStatus status={tenant.status} />}
          action={
            tenant.portalUrl !== null && (
              <LinkButton href={tenant.portalUrl} target="_blank" rel="noreferrer" variant="primary">
                {t('openPortal')}
                <ExternalLink aria-hidden="true" />
              </LinkButton>
            )
          }
          tabs={
            <LinkTabs
              label={t('tabs.label', { name: tenant.name })}
              tabs={shown.map((tab) => ({
                href: tab === 'overview' ? base : `${base}/${tab}`,
                label: t(`tabs.${tab}`),
              }))}
            />
          }
        />
        <TenantNotice tenant={tenant} display={await consoleDisplay()} />
        {children}
      </div>
    </PageMessages>
  );
}
