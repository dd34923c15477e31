import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { SiteSettingsForm } from '@/components/pages/site-settings-form';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { listPages } from '@/lib/features/pages/read-pages';
import { readSite } from '@/lib/features/site/read-site';
import { openLanguage } from '@/lib/http/language';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { changeSitePasswordAction, changeSiteSettingsAction } from '../site-actions';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('pages')('tabs.settings') };
}

export default async function SiteSettingsPage() {
  const ctx = await openMemberPage('site.view', { feature: 'site.pages' });
  const [site, pages, { locale }] = await Promise.all([readSite(ctx), listPages(ctx), displayPreferences(ctx)]);
  return (
    <PageMessages namespaces={['pages']}>
      <SiteSettingsForm
        site={site}
        pages={pages}
        locale={locale}
        canManage={can(ctx, 'site.manage')}
        actions={{ change: changeSiteSettingsAction, changePassword: changeSitePasswordAction }}
      />
    </PageMessages>
  );
}
