import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { PageEditor } from '@/components/pages/page-editor';
import { PageCrumb } from '@/components/shell/page-crumb';
import { flagSnapshot } from '@/lib/core/flags/snapshot';
import { shippedFlags } from '@/lib/core/plans/catalogue';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { getPage, listPages, listVersions } from '@/lib/features/pages/read-pages';
import { siteOrigin } from '@/lib/core/preview/site-origin';
import { openMemberPage, orNotFound } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { editorActions } from '../editor-actions';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('pages')('open') };
}

export default async function EditSitePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await openMemberPage('site.manage', { feature: 'site.pages' });
  const { id } = await params;
  const page = await orNotFound(getPage(ctx, id));
  const [origin, pages, versions, flags, display, { timeZone }] = await Promise.all([
    siteOrigin(ctx),
    listPages(ctx),
    listVersions(ctx, id),
    flagSnapshot(ctx),
    displayPreferences(ctx),
    tenantSettings(ctx),
  ]);
  const features = [...flags].flatMap(([key, { value }]) => (typeof value === 'boolean' ? [key] : []));
  return (
    <PageMessages namespaces={['pages']}>
      <PageCrumb label={page.title} />
      <PageEditor
        key={page.id}
        page={page}
        parentId={page.parentId}
        surroundings={{
          pages,
          versions,
          features: features.map((key) => ({ key, name: nameOfFlag(key) })),
          display: { ...display, now: new Date().toISOString() },
          siteZone: timeZone,
        }}
        siteOrigin={origin}
        actions={editorActions}
      />
    </PageMessages>
  );
}

function nameOfFlag(key: string): string {
  return Object.entries(shippedFlags).find(([known]) => known === key)?.[1].name ?? key;
}
