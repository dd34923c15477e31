import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { AnnouncementsView } from '@/components/pages/announcements-view';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { listAnnouncements } from '@/lib/features/site/read-site';
import { openLanguage } from '@/lib/http/language';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { changeAnnouncementAction, createAnnouncementAction, deleteAnnouncementAction } from '../site-actions';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('pages')('tabs.announcements') };
}

export default async function SiteAnnouncementsPage() {
  const ctx = await openMemberPage('site.view', { feature: 'site.pages' });
  const [announcements, display, { timeZone }] = await Promise.all([
    listAnnouncements(ctx),
    displayPreferences(ctx),
    tenantSettings(ctx),
  ]);
  return (
    <PageMessages namespaces={['pages']}>
      <AnnouncementsView
        announcements={announcements}
        canManage={can(ctx, 'site.manage')}
        display={{ ...display, now: new Date().toISOString() }}
        siteZone={timeZone}
        actions={{
          create: createAnnouncementAction,
          change: changeAnnouncementAction,
          remove: deleteAnnouncementAction,
        }}
      />
    </PageMessages>
  );
}
