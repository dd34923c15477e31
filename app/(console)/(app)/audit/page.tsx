import type { Metadata } from 'next';
import { PlatformLog } from '@/components/audit/platform-log';
import { PageMessages } from '@/components/i18n/messages';
import { PageHeader } from '@/components/ui/page-header';
import { listPlatformActors, listPlatformEvents } from '@/lib/features/platform-audit/list-platform-events';
import { platformAuditQuerySchema } from '@/lib/features/platform-audit/schema';
import { openConsolePage, orFirstPage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('audit');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function PlatformAuditPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openConsolePage('audit.view');
  const query = platformAuditQuerySchema.parse(await searchValues(searchParams));
  const display = await consoleDisplay();
  const [page, actors] = await Promise.all([
    orFirstPage(query, (values) => listPlatformEvents(ctx, values, display.timeZone)),
    listPlatformActors(ctx),
  ]);
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('platformDescription')} />
      <PageMessages namespaces={['audit']}>
        <PlatformLog query={query} initial={page} actors={actors} display={display} />
      </PageMessages>
    </div>
  );
}
