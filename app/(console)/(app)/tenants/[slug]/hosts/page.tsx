import { HostsView } from '@/components/hosts/hosts-view';
import { consoleCan } from '@/lib/core/access/context';
import { listHosts } from '@/lib/features/hosts/list-hosts';
import { portalHost, siteHost } from '@/lib/platform/origins';
import { openTenant, type TenantPageProps } from '../open-tenant';
import { addHostAction, makeHostPrimaryAction, removeHostAction } from './actions';
import { consoleDisplay } from '@/lib/http/language';

export default async function TenantHostsPage({ params }: TenantPageProps) {
  const { ctx, tenant } = await openTenant((await params).slug);
  const list = await listHosts(ctx, { tenantId: tenant.id, placement: tenant.placement });
  const inService = tenant.status === 'active' || tenant.status === 'suspended';
  return (
    <HostsView
      tenantId={tenant.id}
      list={list}
      suffixes={{ portal: portalHost(''), site: siteHost('') }}
      display={await consoleDisplay()}
      mayManage={consoleCan(ctx, 'tenants.manage') && inService}
      actions={{ add: addHostAction, makePrimary: makeHostPrimaryAction, remove: removeHostAction }}
    />
  );
}
