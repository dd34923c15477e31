import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { PasswordForm } from '@/components/account/password-form';
import { SessionList } from '@/components/account/session-list';
import { PageMessages } from '@/components/i18n/messages';
import { KeyValueList } from '@/components/ui/key-value';
import { OwnLanguageMenu } from '@/components/account/own-language-menu';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { readTheme, THEME_COOKIE } from '@/components/ui/theme';
import { ThemeSwitch } from '@/components/ui/theme-switch';
import { listOwnSessions } from '@/lib/features/super-admins/own-account';
import { openConsolePage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import {
  changeOwnPasswordAction,
  chooseOwnLanguageAction,
  endOtherSessionsAction,
  endOwnSessionAction,
} from './actions';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

const t = translator('account');
const words = translator('console');
const roles = translator('roles');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function ConsoleAccountPage() {
  const ctx = await openConsolePage(null);
  const [sessions, jar] = await Promise.all([listOwnSessions(ctx), cookies()]);
  const { name, email, role } = ctx.actor;
  const theme = readTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <PageMessages namespaces={['account']}>
      <div className="grid gap-10">
        <PageHeader title={t('title')} description={words('account.description')} />
        <Section layout="split" title={words('account.profile')} description={words('account.profileText')}>
          <KeyValueList
            items={[
              { label: t('profile.name'), value: name },
              { label: t('profile.email'), value: email },
              { label: t('profile.role'), value: roles(role) },
              { label: words('account.theme'), value: <ThemeSwitch initial={theme} /> },
              { label: translator('ui')('language'), value: <OwnLanguageMenu choose={chooseOwnLanguageAction} /> },
            ]}
          />
        </Section>
        <Section layout="split" title={t('password.title')} description={t('password.text')}>
          <PasswordForm email={email} change={changeOwnPasswordAction} />
        </Section>
        <Section layout="split" title={t('sessions.title')} description={t('sessions.text')}>
          <SessionList
            endpoint="/api/console/sessions"
            initial={sessions}
            display={await consoleDisplay()}
            end={endOwnSessionAction}
            endOthers={endOtherSessionsAction}
          />
        </Section>
      </div>
    </PageMessages>
  );
}
