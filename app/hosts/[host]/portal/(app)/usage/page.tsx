import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { PrintHead } from '@/components/shell/print-head';
import { usageFormat } from '@/components/usage/usage-format';
import { UsageView } from '@/components/usage/usage-view';
import { can } from '@/lib/core/access/context';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { readPeriodQuery } from '@/lib/core/usage/schema';
import { usageOverview } from '@/lib/core/usage/usage-overview';
import { openMemberPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { portalBrand } from '../../portal-brand';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('usage')('title') };
}

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openMemberPage('usage.view');
  const query = readPeriodQuery(await searchValues(searchParams));
  const [initial, { locale }, exportable, { brand }] = await Promise.all([
    usageOverview(ctx, query),
    displayPreferences(ctx),
    isEnabled(ctx, 'usage.export'),
    portalFrame(),
  ]);
  const { period } = initial;
  return (
    <PageMessages namespaces={['usage']}>
      <PrintHead
        brand={portalBrand(brand)}
        tenant={ctx.tenantName}
        title={translator('usage')('title')}
        period={usageFormat(initial, locale).range(period.fromDay, period.toDay)}
        {...{ locale, timeZone: period.timeZone, now: new Date().toISOString() }}
      />
      <UsageView
        query={query}
        initial={initial}
        locale={locale}
        exportable={exportable && can(ctx, 'usage.export')}
        mayInvite={can(ctx, 'members.manage')}
      />
    </PageMessages>
  );
}
