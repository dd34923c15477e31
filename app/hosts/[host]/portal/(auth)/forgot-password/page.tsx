import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { AuthLayout } from '@/components/shell/auth-layout';
import { ForgotPasswordForm } from '@/components/sign-in/forgot-password-form';
import { TextLink } from '@/components/ui/text-link';
import { openVisitorPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { translator } from '@/lib/messages/translator';
import { portalBrand } from '../../portal-brand';
import { requestResetAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('signIn');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('forgotTitle') };
}

export default async function ForgotPasswordPage() {
  await openVisitorPage();
  const { brand } = await portalFrame();
  return (
    <AuthLayout
      brand={portalBrand(brand)}
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
