import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageMessages } from '@/components/i18n/messages';
import { AuthLayout } from '@/components/shell/auth-layout';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { superAdminSession } from '@/lib/http/console-request';
import { orNotFound } from '@/lib/http/page';
import { safeReturnPath } from '@/lib/http/return-path';
import { platformShellBrand } from '@/lib/http/platform-frame';
import { translator } from '@/lib/messages/translator';
import { signInAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('signIn');

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('title') };
}

export default async function ConsoleSignInPage({ searchParams }: { searchParams: Promise<{ returnTo?: string }> }) {
  await openLanguage();
  const [session, { returnTo }] = await Promise.all([orNotFound(superAdminSession()), searchParams]);
  if (session) redirect(safeReturnPath(returnTo));
  return (
    <AuthLayout brand={await platformShellBrand()} title={t('consoleTitle')}>
      <PageMessages namespaces={['signIn']}>
        <SignInForm signIn={signInAction} returnTo={returnTo} />
      </PageMessages>
    </AuthLayout>
  );
}
