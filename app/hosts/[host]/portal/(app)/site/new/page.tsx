import type { Metadata } from 'next';
import { z } from 'zod';
import { PageMessages } from '@/components/i18n/messages';
import { PageEditor } from '@/components/pages/page-editor';
import { PageCrumb } from '@/components/shell/page-crumb';
import { siteOrigin } from '@/lib/core/preview/site-origin';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { editorActions } from '../editor-actions';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('pages')('editor.newTitle') };
}

export default async function NewSitePage({ searchParams }: { searchParams: Promise<{ below?: string | string[] }> }) {
  const ctx = await openMemberPage('site.manage', { feature: 'site.pages' });
  const { below } = await searchParams;
  const parent = z.uuid().safeParse(below);
  return (
    <PageMessages namespaces={['pages']}>
      <PageCrumb label={translator('pages')('editor.newTitle')} />
      <PageEditor
        page={null}
        parentId={parent.success ? parent.data : null}
        surroundings={null}
        siteOrigin={await siteOrigin(ctx)}
        actions={editorActions}
      />
    </PageMessages>
  );
}
