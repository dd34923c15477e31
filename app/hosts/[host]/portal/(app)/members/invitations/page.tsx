import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { InvitationsTable } from '@/components/members/invitations-table';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { listInvitations } from '@/lib/features/members/list-invitations';
import { invitationQuerySchema } from '@/lib/features/members/schema';
import { openMemberPage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { resendInvitationAction, revokeInvitationAction } from '../actions';
import { MembersHead, membersViewer } from '../members-head';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('members')('tabs.invitations') };
}

const actions = { resend: resendInvitationAction, revoke: revokeInvitationAction };

export default async function InvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openMemberPage('members.manage');
  const query = invitationQuerySchema.parse(await searchValues(searchParams));
  const [initial, viewer, display] = await Promise.all([
    listInvitations(ctx, query),
    membersViewer(ctx),
    displayPreferences(ctx),
  ]);
  return (
    <PageMessages namespaces={['members', 'roles']} timeZone={display.timeZone}>
      <div className="grid gap-5">
        <MembersHead ctx={ctx} viewer={viewer} />
        <InvitationsTable
          query={query}
          initial={initial}
          viewer={viewer}
          display={{ ...display, now: new Date().toISOString() }}
          actions={actions}
        />
      </div>
    </PageMessages>
  );
}
