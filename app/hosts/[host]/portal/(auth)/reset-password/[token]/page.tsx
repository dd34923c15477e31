import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { AuthLayout } from '@/components/shell/auth-layout';
import { ResetPasswordForm } from '@/components/sign-in/reset-password-form';
import { TextLink } from '@/components/ui/text-link';
import { openVisitorPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { translator } from '@/lib/messages/translator';
import { portalBrand } from '../../../portal-brand';
import { resetPasswordAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('signIn');

// The token is in the address: it must not travel on as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('resetTitle'), referrer: 'no-referrer' };
}

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  await openVisitorPage();
  const [{ brand }, { token }] = await Promise.all([portalFrame(), params]);
  return (
    <AuthLayout
      brand={portalBrand(brand)}
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
