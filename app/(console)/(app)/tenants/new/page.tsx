import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { PageCrumb } from '@/components/shell/page-crumb';
import { PageHeader } from '@/components/ui/page-header';
import { tenantStart } from '@/lib/core/branding/platform-brand';
import { listPlans } from '@/lib/core/plans/list-plans';
import { openConsolePage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { hostOrigin, portalHost, siteHost } from '@/lib/platform/origins';
import { createTenantAction, readLogoAction } from './actions';
import { NewTenantWizard } from './new-tenant-wizard';
import { openLanguage } from '@/lib/http/language';

const t = translator('wizard');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function NewTenantPage() {
  const ctx = await openConsolePage('tenants.create');
  const facts = {
    plans: await listPlans(ctx),
    portalPattern: hostOrigin(portalHost('{slug}')),
    sitePattern: hostOrigin(siteHost('{slug}')),
    brandStart: await tenantStart(),
    draftOwner: ctx.actor.id,
  };
  return (
    <PageMessages namespaces={['wizard']}>
      <div className="grid gap-8">
        <PageCrumb label={t('title')} />
        <PageHeader title={t('title')} description={t('description')} />
        <NewTenantWizard facts={facts} createTenant={createTenantAction} readLogo={readLogoAction} />
      </div>
    </PageMessages>
  );
}
