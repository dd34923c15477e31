import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { PageEditor } from '@/components/pages/page-editor';
import { PageCrumb } from '@/components/shell/page-crumb';
import { getPage } from '@/lib/features/pages/read-pages';
import { siteOrigin } from '@/lib/features/pages/site-address';
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
  const [page, origin] = await Promise.all([orNotFound(getPage(ctx, id)), siteOrigin(ctx)]);
  return (
    <PageMessages namespaces={['pages']}>
      <PageCrumb label={page.title} />
      <PageEditor key={page.id} page={page} siteOrigin={origin} actions={editorActions} />
    </PageMessages>
  );
}
