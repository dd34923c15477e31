import { notFound } from 'next/navigation';
import { AuditLog } from '@/components/audit/audit-log';
import { PageMessages } from '@/components/i18n/messages';
import { consoleCan } from '@/lib/core/access/context';
import { listTenantActors, listTenantEvents } from '@/lib/core/audit/list-events';
import { auditQuerySchema } from '@/lib/core/audit/schema';
import { orFirstPage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { openTenant, type TenantPageProps } from '../open-tenant';
import { consoleDisplay } from '@/lib/http/language';

export default async function TenantAuditPage({
  params,
  searchParams,
}: TenantPageProps & { searchParams: SearchParams }) {
  const { ctx, tenant } = await openTenant((await params).slug);
  if (!consoleCan(ctx, 'audit.view')) notFound();
  const query = auditQuerySchema.parse(await searchValues(searchParams));
  const display = await consoleDisplay();
  const [page, actors] = await Promise.all([
    orFirstPage(query, (values) => listTenantEvents(ctx, tenant.id, values, display.timeZone)),
    listTenantActors(ctx, tenant.id),
  ]);
  return (
    <PageMessages namespaces={['audit', 'tenant']}>
      <AuditLog
        endpoint={`/api/console/tenants/${tenant.id}/audit`}
        query={query}
        initial={page}
        actors={actors}
        display={display}
        zone={display.timeZone}
      />
    </PageMessages>
  );
}
