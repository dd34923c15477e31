import type { Metadata } from 'next';
import { FleetView } from '@/components/fleet/fleet-view';
import { MigrateAllButton } from '@/components/fleet/migrate-button';
import { PageMessages } from '@/components/i18n/messages';
import { PageHeader } from '@/components/ui/page-header';
import { consoleCan } from '@/lib/core/access/context';
import { readFleet } from '@/lib/features/fleet/read-fleet';
import { fleetQuerySchema } from '@/lib/features/fleet/schema';
import { openConsolePage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { migrateFleetAction } from './actions';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('fleet');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function FleetPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openConsolePage('fleet.view');
  const query = fleetQuerySchema.parse(await searchValues(searchParams));
  const fleet = await readFleet(ctx, query);
  const migrate = consoleCan(ctx, 'fleet.manage') ? migrateFleetAction : null;
  return (
    <PageMessages namespaces={['fleet']}>
      <div className="grid gap-5">
        <PageHeader
          title={t('title')}
          description={t('description')}
          action={
            migrate &&
            fleet.counts.failed + fleet.counts.behind > 0 && (
              <MigrateAllButton migrate={migrate} running={fleet.running} />
            )
          }
        />
        <FleetView query={query} initial={fleet} display={await consoleDisplay()} migrate={migrate} />
      </div>
    </PageMessages>
  );
}
