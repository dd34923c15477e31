import type { Metadata } from 'next';
import { AuditLog } from '@/components/audit/audit-log';
import { ExportMenu } from '@/components/audit/export-menu';
import { PageMessages } from '@/components/i18n/messages';
import { PrintHead } from '@/components/shell/print-head';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/core/access/context';
import { listActors, listEvents } from '@/lib/core/audit/list-events';
import { auditQuerySchema, type AuditQuery } from '@/lib/core/audit/schema';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { openMemberPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { translator } from '@/lib/messages/translator';
import { portalBrand } from '../../portal-brand';
import { openLanguage } from '@/lib/http/language';

const t = translator('audit');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openMemberPage('audit.view');
  const query = auditQuerySchema.parse(await searchValues(searchParams));
  const { timeZone: zone } = await tenantSettings(ctx);
  const [initial, actors, display, exportable, { brand }] = await Promise.all([
    listEvents(ctx, query, zone),
    listActors(ctx),
    displayPreferences(ctx),
    isEnabled(ctx, 'audit.export'),
    portalFrame(),
  ]);
  return (
    <PageMessages namespaces={['audit']} timeZone={display.timeZone}>
      <PrintHead
        brand={portalBrand(brand)}
        tenant={ctx.tenantName}
        title={t('title')}
        period={writtenDays(query, display.locale)}
        {...{ locale: display.locale, timeZone: zone, now: new Date().toISOString() }}
      />
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

/** The days that the filter names, for the head of a printed page; undefined without a filter on days. */
function writtenDays({ from, to }: AuditQuery, locale: string): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const written = (day: string | undefined) => (day === undefined ? '…' : format.format(new Date(day)));
  return `${written(from)} – ${written(to)}`;
}
