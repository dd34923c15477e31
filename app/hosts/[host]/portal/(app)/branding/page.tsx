import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { can } from '@/lib/core/access/context';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { readBranding } from '@/lib/features/branding/read-branding';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { primaryHosts } from '@/lib/workflows/host-files/primary-hosts';
import {
  discardDraftAction,
  inheritAction,
  previewOnSiteAction,
  publishAction,
  saveDraftAction,
  startPreviewAction,
  uploadAssetAction,
} from './actions';
import { StudioWithTools } from './studio-with-tools';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('branding')('title') };
}

const actions = {
  saveDraft: saveDraftAction,
  publish: publishAction,
  discardDraft: discardDraftAction,
  inherit: inheritAction,
  startPreview: startPreviewAction,
  previewOnSite: previewOnSiteAction,
  upload: uploadAssetAction,
};

export default async function BrandingPage() {
  const ctx = await openMemberPage('branding.view');
  const [form, hosts, display] = await Promise.all([readBranding(ctx), primaryHosts(ctx), displayPreferences(ctx)]);
  return (
    <PageMessages namespaces={['branding']} timeZone={display.timeZone}>
      <StudioWithTools
        key={form.revision}
        facts={{
          form,
          hosts,
          canManage: can(ctx, 'branding.manage'),
          viewerName: ctx.actor.name,
          display: { ...display, now: new Date().toISOString() },
        }}
        actions={actions}
      />
    </PageMessages>
  );
}
