import type { Metadata } from 'next';
import { Plus } from 'lucide-react';
import { PageMessages } from '@/components/i18n/messages';
import { TenantsTable } from '@/components/tenants/tenants-table';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { consoleCan } from '@/lib/core/access/context';
import { listPlanChoices } from '@/lib/features/tenants/list-plans';
import { listTenants } from '@/lib/features/tenants/list-tenants';
import { tenantListQuerySchema } from '@/lib/features/tenants/schema';
import { openConsolePage, orFirstPage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { resumeTenantsAction, suspendTenantsAction } from './actions';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('tenants');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function TenantsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openConsolePage('tenants.view');
  const { q, status, plan, placement, sort, cursor } = await searchValues(searchParams);
  const search = { q, status, plan, placement, sort, cursor };
  const [page, plans] = await Promise.all([
    orFirstPage(search, (values) => listTenants(ctx, tenantListQuerySchema.parse(values))),
    listPlanChoices(ctx),
  ]);
  const mayCreate = consoleCan(ctx, 'tenants.create');
  return (
    <div className="grid gap-5">
      <PageHeader
        title={t('title')}
        action={
          mayCreate && (
            <LinkButton href="/tenants/new" variant="primary">
              <Plus aria-hidden="true" />
              {t('create')}
            </LinkButton>
          )
        }
      />
      <PageMessages namespaces={['tenants']}>
        <TenantsTable
          initial={page}
          search={search}
          plans={plans}
          display={await consoleDisplay()}
          mayCreate={mayCreate}
          mayManage={consoleCan(ctx, 'tenants.manage')}
          actions={{ suspend: suspendTenantsAction, resume: resumeTenantsAction }}
        />
      </PageMessages>
    </div>
  );
}
