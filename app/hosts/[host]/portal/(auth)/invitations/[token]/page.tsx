import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageMessages } from '@/components/i18n/messages';
import { AcceptForm } from '@/components/members/accept-form';
import { AuthLayout } from '@/components/shell/auth-layout';
import { LinkButton } from '@/components/ui/link-button';
import { findInvitation } from '@/lib/features/members/find-invitation';
import { openVisitorPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { memberSession } from '@/lib/http/tenant-request';
import { translator } from '@/lib/messages/translator';
import { portalBrand } from '../../../portal-brand';
import { acceptInvitationAction } from './actions';
import { openLanguage } from '@/lib/http/language';

const t = translator('members');

// The token is in the address: it must not travel on as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: t('tabs.invitations'), referrer: 'no-referrer' };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const ctx = await openVisitorPage();
  const { token } = await params;
  const [{ brand }, session, invitation] = await Promise.all([
    portalFrame(),
    memberSession(),
    findInvitation(ctx, token),
  ]);
  // Accepted a moment ago in this very browser.
  if (!invitation && session) redirect('/');
  if (!invitation) {
    return (
      <AuthLayout brand={portalBrand(brand)} title={t('accept.expiredTitle')} description={t('accept.expiredText')}>
        <LinkButton href="/sign-in">{t('accept.signIn')}</LinkButton>
      </AuthLayout>
    );
  }
  const { email, name, invitedByName: inviter } = invitation;
  const words = { email, role: translator('roles')(invitation.role) };
  return (
    <AuthLayout
      brand={portalBrand(brand)}
      title={t('accept.title', { tenant: brand.tokens.displayName })}
      description={inviter ? t('accept.text', { ...words, inviter }) : t('accept.textNoInviter', words)}
    >
      <PageMessages namespaces={['members']}>
        <AcceptForm token={token} email={email} name={name ?? ''} accept={acceptInvitationAction} />
      </PageMessages>
    </AuthLayout>
  );
}
