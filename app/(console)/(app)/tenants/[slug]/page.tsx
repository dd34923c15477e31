import { DangerZone } from '@/components/tenants/danger-zone';
import { TenantOverviewView } from '@/components/tenants/tenant-overview';
import { consoleCan } from '@/lib/core/access/context';
import { tenantOverview } from '@/lib/features/tenants/tenant-overview';
import { resumeTenantsAction, suspendTenantsAction } from '../actions';
import { openTenant, type TenantPageProps } from './open-tenant';
import { consoleDisplay } from '@/lib/http/language';
import { translator } from '@/lib/messages/translator';
import { industries } from '@/lib/workflows/provisioning/schema';

export default async function TenantOverviewPage({ params }: TenantPageProps) {
  const { ctx, tenant } = await openTenant((await params).slug);
  const overview = await tenantOverview(ctx, tenant);
  const display = await consoleDisplay();
  const industry = industries.find((known) => known === tenant.industry);
  const members = overview.quotas.find((quota) => quota.key === 'members')?.used ?? 0;
  return (
    <>
      <TenantOverviewView
        tenant={tenant}
        industry={industry === undefined ? null : translator('wizard')(`industry.${industry}`)}
        overview={overview}
        display={display}
      />
      {consoleCan(ctx, 'tenants.manage') && (
        <DangerZone
          tenant={{ id: tenant.id, slug: tenant.slug, name: tenant.name, status: tenant.status, members }}
          actions={{ suspend: suspendTenantsAction, resume: resumeTenantsAction }}
        />
      )}
    </>
  );
}
