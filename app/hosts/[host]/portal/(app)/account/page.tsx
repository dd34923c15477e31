import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { SessionList } from '@/components/account/session-list';
import { PageMessages } from '@/components/i18n/messages';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { readTheme, THEME_COOKIE } from '@/components/ui/theme';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { listSessions } from '@/lib/features/account/list-sessions';
import { readProfile } from '@/lib/features/account/read-profile';
import { openMemberPage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { changePasswordAction, changeProfileAction, endOtherSessionsAction, endSessionAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('account');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function AccountPage() {
  const ctx = await openMemberPage(null);
  const [profile, sessions, { timeZone, locale }, jar] = await Promise.all([
    readProfile(ctx),
    listSessions(ctx),
    tenantSettings(ctx),
    cookies(),
  ]);
  // What this browser was told last is what the person sees right now.
  const theme = readTheme(jar.get(THEME_COOKIE)?.value, profile.theme);
  const now = new Date().toISOString();
  const display = { locale: profile.locale ?? locale, timeZone: profile.timeZone ?? timeZone, now };
  return (
    <PageMessages namespaces={['account']} timeZone={display.timeZone}>
      <div className="grid gap-10">
        <PageHeader title={t('title')} description={t('description')} />
        <Section layout="split" title={t('profile.title')} description={t('profile.text')}>
          <ProfileForm
            initial={{ ...profile, theme }}
            email={ctx.actor.email}
            tenant={{ name: ctx.tenantName, timeZone, locale }}
            save={changeProfileAction}
            now={now}
          />
        </Section>
        <Section layout="split" title={t('password.title')} description={t('password.text')}>
          <PasswordForm email={ctx.actor.email} change={changePasswordAction} />
        </Section>
        <Section layout="split" title={t('sessions.title')} description={t('sessions.text')}>
          <SessionList
            endpoint="/api/portal/sessions"
            initial={sessions}
            display={display}
            end={endSessionAction}
            endOthers={endOtherSessionsAction}
          />
        </Section>
      </div>
    </PageMessages>
  );
}
