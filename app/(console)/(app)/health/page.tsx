import type { Metadata } from 'next';
import { CanaryAlert } from '@/components/canary/canary-alert';
import { CanaryHistory } from '@/components/canary/canary-history';
import { CanaryReport } from '@/components/canary/canary-report';
import { RunCanaryButton } from '@/components/canary/run-canary-button';
import { ServiceStates } from '@/components/canary/service-states';
import { PageMessages } from '@/components/i18n/messages';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { consoleCan } from '@/lib/core/access/context';
import { isWorkerAlive } from '@/lib/core/jobs/worker-presence';
import { readRuns } from '@/lib/features/canary/read-runs';
import { canaryQuerySchema } from '@/lib/features/canary/schema';
import { openConsolePage, orNotFound } from '@/lib/http/page';
import { readiness } from '@/lib/http/readiness';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { consoleDb } from '@/lib/tenancy/console-client';
import { runCanaryAction } from './actions';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('health');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function HealthPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openConsolePage('health.view');
  const query = canaryQuerySchema.parse(await searchValues(searchParams));
  const [{ shown, history }, { checks }, workerAlive] = await Promise.all([
    orNotFound(readRuns(ctx, query)),
    readiness(),
    isWorkerAlive(consoleDb()),
  ]);
  const display = await consoleDisplay();
  const latest = history[0] ?? null;
  return (
    <PageMessages namespaces={['health']}>
      <div className="grid gap-8">
        <PageHeader
          title={t('title')}
          description={t('description')}
          action={
            consoleCan(ctx, 'health.manage') ? (
              <RunCanaryButton latestId={latest?.id ?? null} run={runCanaryAction} />
            ) : undefined
          }
        />
        {latest && <CanaryAlert latest={latest} shownId={shown?.id} />}
        <ServiceStates database={checks.database} migrations={checks.migrations} workerAlive={workerAlive} />
        <Section title={t('isolation')} description={t('isolationText')}>
          <CanaryReport run={shown} isLatest={shown?.id === latest?.id} display={display} />
        </Section>
        {history.length > 0 && <CanaryHistory history={history} shownId={shown?.id} display={display} />}
      </div>
    </PageMessages>
  );
}
