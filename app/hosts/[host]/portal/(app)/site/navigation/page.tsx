import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { NavigationEditor } from '@/components/pages/navigation-editor';
import { can } from '@/lib/core/access/context';
import { listPages } from '@/lib/features/pages/read-pages';
import { readSite } from '@/lib/features/site/read-site';
import { openLanguage } from '@/lib/http/language';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { changeNavigationAction } from '../site-actions';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('pages')('tabs.navigation') };
}

export default async function SiteNavigationPage() {
  const ctx = await openMemberPage('site.view', { feature: 'site.pages' });
  const [site, pages] = await Promise.all([readSite(ctx), listPages(ctx)]);
  return (
    <PageMessages namespaces={['pages']}>
      <NavigationEditor
        initial={site.navigation}
        updatedAt={site.updatedAt}
        pages={pages}
        canManage={can(ctx, 'site.manage')}
        change={changeNavigationAction}
      />
    </PageMessages>
  );
}
