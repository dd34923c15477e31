import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageMessages } from '@/components/i18n/messages';
import { AuthLayout } from '@/components/shell/auth-layout';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { openVisitorPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { safeReturnPath } from '@/lib/http/return-path';
import { memberSession } from '@/lib/http/tenant-request';
import { translator } from '@/lib/messages/translator';
import { portalBrand } from '../../portal-brand';
import { signInAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('signIn');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  await openVisitorPage();
  const [{ brand }, session, { returnTo }] = await Promise.all([portalFrame(), memberSession(), searchParams]);
  if (session) redirect(safeReturnPath(returnTo));
  return (
    <AuthLayout
      brand={portalBrand(brand)}
      title={t('titleAt', { name: brand.tokens.displayName })}
      footer={<p>{t('noAccount')}</p>}
    >
      <PageMessages namespaces={['signIn']}>
        <SignInForm signIn={signInAction} returnTo={returnTo} />
      </PageMessages>
    </AuthLayout>
  );
}
