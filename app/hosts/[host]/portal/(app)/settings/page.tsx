import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { SettingsForm } from '@/components/settings/settings-form';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/core/access/context';
import { readSettingsForm } from '@/lib/features/settings/read-settings-form';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { changeSettingsAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('settings');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function SettingsPage() {
  const ctx = await openMemberPage('settings.view');
  const initial = await readSettingsForm(ctx);
  const readOnly = !can(ctx, 'settings.manage');
  return (
    <PageMessages namespaces={['settings']} timeZone={initial.timeZone}>
      <div className="grid gap-8">
        <PageHeader title={t('title')} description={t('description', { tenant: initial.name })} />
        {readOnly && <Callout tone="info">{t('readOnly')}</Callout>}
        <SettingsForm
          initial={initial}
          save={changeSettingsAction}
          readOnly={readOnly}
          now={new Date().toISOString()}
        />
      </div>
    </PageMessages>
  );
}
