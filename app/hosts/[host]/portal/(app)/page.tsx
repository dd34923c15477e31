import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { CLOSED_NOTICES_COOKIE, readClosedNotices } from '@/components/dashboard/closed-notices';
import { DashboardView } from '@/components/dashboard/dashboard-view';
import { PageMessages } from '@/components/i18n/messages';
import { PageHeader } from '@/components/ui/page-header';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { readDashboard } from '@/lib/workflows/dashboard/read-dashboard';
import { openLanguage } from '@/lib/http/language';

const t = translator('dashboard');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function DashboardPage() {
  const ctx = await openMemberPage('dashboard.view');
  const [initial, display, jar] = await Promise.all([readDashboard(ctx), displayPreferences(ctx), cookies()]);
  return (
    <PageMessages namespaces={['dashboard', 'audit']} timeZone={display.timeZone}>
      <div className="grid gap-8">
        <PageHeader
          title={t('welcome', { name: ctx.actor.name.split(' ')[0] ?? ctx.actor.name })}
          description={t('description', { tenant: ctx.tenantName })}
        />
        <DashboardView
          initial={initial}
          closedNotices={readClosedNotices(jar.get(CLOSED_NOTICES_COOKIE)?.value)}
          tenantName={ctx.tenantName}
          display={{ ...display, now: new Date().toISOString() }}
        />
      </div>
    </PageMessages>
  );
}
