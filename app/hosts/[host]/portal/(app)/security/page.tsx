import type { Metadata } from 'next';
import { DownloadEvidence } from '@/components/canary/download-evidence';
import { EvidenceSummary } from '@/components/canary/evidence-summary';
import { HowKeptApart } from '@/components/canary/how-kept-apart';
import { VerifyEvidence } from '@/components/canary/verify-evidence';
import { PageMessages } from '@/components/i18n/messages';
import { PrintHead } from '@/components/shell/print-head';
import { PageHeader } from '@/components/ui/page-header';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { readEvidence } from '@/lib/features/canary/read-evidence';
import { openMemberPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { tenantHost } from '@/lib/http/tenant-request';
import { translator } from '@/lib/messages/translator';
import { hostOrigin } from '@/lib/platform/origins';
import { portalBrand } from '../../portal-brand';
import { openLanguage } from '@/lib/http/language';

const t = translator('security');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function SecurityPage() {
  const ctx = await openMemberPage('security.view');
  const [evidence, preferences, { host }, { timeZone }, { brand }] = await Promise.all([
    readEvidence(ctx),
    displayPreferences(ctx),
    tenantHost('portal'),
    tenantSettings(ctx),
    portalFrame(),
  ]);
  const now = new Date().toISOString();
  return (
    <PageMessages namespaces={[]} timeZone={preferences.timeZone}>
      <PrintHead
        brand={portalBrand(brand)}
        tenant={ctx.tenantName}
        title={t('title')}
        {...{ locale: preferences.locale, timeZone, now }}
      />
      <div className="grid gap-8">
        <PageHeader
          title={t('title')}
          description={t('description', { tenant: ctx.tenantName })}
          action={evidence ? <DownloadEvidence /> : undefined}
        />
        <EvidenceSummary evidence={evidence} display={{ ...preferences, now }} />
        <HowKeptApart />
        <VerifyEvidence origin={hostOrigin(host)} />
      </div>
    </PageMessages>
  );
}
