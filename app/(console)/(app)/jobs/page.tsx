import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { JobsView } from '@/components/jobs/jobs-view';
import { PageHeader } from '@/components/ui/page-header';
import { consoleCan } from '@/lib/core/access/context';
import { listJobs } from '@/lib/features/jobs/list-jobs';
import { jobListQuerySchema } from '@/lib/features/jobs/schema';
import { openConsolePage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { retryJobAction } from './actions';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('jobs');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function JobsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openConsolePage('jobs.view');
  const query = jobListQuerySchema.parse(await searchValues(searchParams));
  const list = await listJobs(ctx, query);
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('description')} />
      <PageMessages namespaces={['jobs']}>
        <JobsView
          query={query}
          initial={list}
          display={await consoleDisplay()}
          retry={consoleCan(ctx, 'jobs.manage') ? retryJobAction : null}
        />
      </PageMessages>
    </div>
  );
}
