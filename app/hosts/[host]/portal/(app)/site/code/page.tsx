import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { CodeEditor } from '@/components/site-code/code-editor';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { readCode } from '@/lib/features/site-code/read-code';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import {
  checkCodeAction,
  discardCodeDraftAction,
  previewCodeAction,
  publishCodeAction,
  saveCodeDraftAction,
} from './actions';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('siteCode')('title') };
}

const actions = {
  save: saveCodeDraftAction,
  check: checkCodeAction,
  publish: publishCodeAction,
  discard: discardCodeDraftAction,
  preview: previewCodeAction,
};

export default async function SiteCodePage() {
  const ctx = await openMemberPage('site.view', { feature: 'site.custom_code' });
  const [form, display] = await Promise.all([readCode(ctx), displayPreferences(ctx)]);
  return (
    <PageMessages namespaces={['siteCode']} timeZone={display.timeZone}>
      <CodeEditor
        key={form.revision}
        facts={{ form, canManage: can(ctx, 'site.manage'), display: { ...display, now: new Date().toISOString() } }}
        actions={actions}
      />
    </PageMessages>
  );
}
