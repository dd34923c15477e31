import { Users } from 'lucide-react';
import { TenantMembersTable } from '@/components/tenants/tenant-members-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/section';
import { listTenantMembers } from '@/lib/features/tenants/list-tenant-members';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { PageMessages } from '@/components/i18n/messages';
import { translator } from '@/lib/messages/translator';
import { openTenant, type TenantPageProps } from '../open-tenant';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('tenant');

export default async function TenantMembersPage({
  params,
  searchParams,
}: TenantPageProps & { searchParams: SearchParams }) {
  const { ctx, tenant } = await openTenant((await params).slug);
  const page = Number((await searchValues(searchParams)).page);
  const members = await listTenantMembers(
    ctx,
    { tenantId: tenant.id, placement: tenant.placement },
    Number.isSafeInteger(page) && page > 0 ? Math.min(page, 10_000) : 1,
  );
  return (
    <Section title={t('members.title')} description={t('members.text')}>
      {members.total === 0 ? (
        <EmptyState icon={<Users />} title={t('members.emptyTitle')} text={t('members.emptyText')} />
      ) : (
        <PageMessages namespaces={['tenant', 'roles']}>
          <TenantMembersTable
            members={members}
            path={`/tenants/${tenant.slug}/members`}
            display={await consoleDisplay()}
          />
        </PageMessages>
      )}
    </Section>
  );
}
