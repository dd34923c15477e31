import type { Metadata } from 'next';
import { AuditLog } from '@/components/audit/audit-log';
import { ExportMenu } from '@/components/audit/export-menu';
import { PageMessages } from '@/components/i18n/messages';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/core/access/context';
import { listActors, listEvents } from '@/lib/core/audit/list-events';
import { auditQuerySchema } from '@/lib/core/audit/schema';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';

const t = translator('audit');

export const metadata: Metadata = { title: t('title') };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const ctx = await openMemberPage('audit.view');
  const query = auditQuerySchema.parse(await searchParams);
  const { timeZone: zone } = await tenantSettings(ctx);
  const [initial, actors, display, exportable] = await Promise.all([
    listEvents(ctx, query, zone),
    listActors(ctx),
    displayPreferences(ctx),
    isEnabled(ctx, 'audit.export'),
  ]);
  return (
    <PageMessages namespaces={['audit']} timeZone={display.timeZone}>
      <div className="grid gap-5">
        <PageHeader
          title={t('title')}
          description={t('description')}
          action={exportable && can(ctx, 'audit.export') ? <ExportMenu /> : undefined}
        />
        <AuditLog
          endpoint="/api/portal/audit"
          query={query}
          initial={initial}
          actors={actors}
          display={{ ...display, now: new Date().toISOString() }}
          zone={zone}
        />
      </div>
    </PageMessages>
  );
}
