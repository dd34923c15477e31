import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { AuthLayout } from '@/components/shell/auth-layout';
import { ForgotPasswordForm } from '@/components/sign-in/forgot-password-form';
import { TextLink } from '@/components/ui/text-link';
import { requireConsoleHost } from '@/lib/http/console-request';
import { orNotFound } from '@/lib/http/page';
import { platformShellBrand } from '@/lib/http/platform-frame';
import { translator } from '@/lib/messages/translator';
import { requestResetAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('signIn');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('forgotTitle') };
}

export default async function ConsoleForgotPasswordPage() {
  await openLanguage();
  await orNotFound(requireConsoleHost());
  return (
    <AuthLayout
      brand={await platformShellBrand()}
      title={t('forgotTitle')}
      description={t('forgotText')}
      footer={<TextLink href="/sign-in">{t('backToSignIn')}</TextLink>}
    >
      <PageMessages namespaces={['signIn']}>
        <ForgotPasswordForm requestReset={requestResetAction} />
      </PageMessages>
    </AuthLayout>
  );
}
