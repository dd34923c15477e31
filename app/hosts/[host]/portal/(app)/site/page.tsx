import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { PagesView } from '@/components/pages/pages-view';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { listPages } from '@/lib/features/pages/read-pages';
import { siteOrigin } from '@/lib/core/preview/site-origin';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { openLanguage } from '@/lib/http/language';
import { pageActions } from './editor-actions';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('pages')('title') };
}

export default async function SitePages() {
  const ctx = await openMemberPage('site.view', { feature: 'site.pages' });
  const [pages, origin, display] = await Promise.all([listPages(ctx), siteOrigin(ctx), displayPreferences(ctx)]);
  return (
    <PageMessages namespaces={['pages']}>
      <PagesView
        initial={pages}
        canManage={can(ctx, 'site.manage')}
        siteOrigin={origin}
        display={{ ...display, now: new Date().toISOString() }}
        actions={pageActions}
      />
    </PageMessages>
  );
}
