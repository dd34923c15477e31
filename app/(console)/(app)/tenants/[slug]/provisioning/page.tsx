import { History } from 'lucide-react';
import { ProvisioningView } from '@/components/tenants/provisioning-view';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { provisioningRecord } from '@/lib/features/tenants/provisioning-record';
import { translator } from '@/lib/messages/translator';
import { openTenant, type TenantPageProps } from '../open-tenant';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('tenant');

export default async function TenantProvisioningPage({ params }: TenantPageProps) {
  const { ctx, tenant } = await openTenant((await params).slug);
  const record = await provisioningRecord(ctx, tenant.id);
  return (
    <Section title={t('provisioning.title')} description={t('provisioning.text')}>
      {record === null ? (
        <EmptyState icon={<History />} title={t('provisioning.none')} text={t('provisioning.noneText')} />
      ) : (
        <ProvisioningView record={record} display={await consoleDisplay()} />
      )}
    </Section>
  );
}
