import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { AuthLayout } from '@/components/shell/auth-layout';
import { ResetPasswordForm } from '@/components/sign-in/reset-password-form';
import { TextLink } from '@/components/ui/text-link';
import { requireConsoleHost } from '@/lib/http/console-request';
import { orNotFound } from '@/lib/http/page';
import { platformShellBrand } from '@/lib/http/platform-frame';
import { translator } from '@/lib/messages/translator';
import { resetPasswordAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('signIn');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('resetTitle'), referrer: 'no-referrer' };
}

export default async function ConsoleResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  await openLanguage();
  await orNotFound(requireConsoleHost());
  const { token } = await params;
  return (
    <AuthLayout
      brand={await platformShellBrand()}
      title={t('resetTitle')}
      description={t('resetText')}
      footer={<TextLink href="/sign-in">{t('backToSignIn')}</TextLink>}
    >
      <PageMessages namespaces={['signIn']}>
        <ResetPasswordForm token={token} resetPassword={resetPasswordAction} />
      </PageMessages>
    </AuthLayout>
  );
}
