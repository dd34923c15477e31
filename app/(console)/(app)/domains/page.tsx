import type { Metadata } from 'next';
import { ConsoleDomainsView } from '@/components/domains/console-domains-view';
import { PageMessages } from '@/components/i18n/messages';
import { PageHeader } from '@/components/ui/page-header';
import { consoleCan } from '@/lib/core/access/context';
import { listAllDomains } from '@/lib/features/domains/console-domains';
import { consoleDomainsQuerySchema } from '@/lib/features/domains/schema';
import { consoleDisplay, openLanguage } from '@/lib/http/language';
import { openConsolePage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { forceCheckAction, forceReleaseAction } from './actions';

const t = translator('domains');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function ConsoleDomainsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openConsolePage('domains.view');
  const query = consoleDomainsQuerySchema.parse(await searchValues(searchParams));
  const domains = await listAllDomains(ctx, query);
  const actions = { check: forceCheckAction, release: forceReleaseAction };
  return (
    <PageMessages namespaces={['domains']}>
      <div className="grid gap-5">
        <PageHeader title={t('title')} description={t('console.description')} />
        <ConsoleDomainsView
          query={query}
          initial={domains}
          display={await consoleDisplay()}
          actions={consoleCan(ctx, 'domains.manage') ? actions : null}
        />
      </div>
    </PageMessages>
  );
}
