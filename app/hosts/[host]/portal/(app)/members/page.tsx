import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { MembersTable } from '@/components/members/members-table';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { listMembers } from '@/lib/features/members/list-members';
import { memberQuerySchema } from '@/lib/features/members/schema';
import { openMemberPage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { changeRolesAction, renameMemberAction, restoreMembersAction, revokeMembersAction } from './actions';
import { MembersHead, membersViewer } from './members-head';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('members')('title') };
}

const actions = {
  changeRoles: changeRolesAction,
  revoke: revokeMembersAction,
  restore: restoreMembersAction,
  rename: renameMemberAction,
};

export default async function MembersPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openMemberPage('members.view');
  const query = memberQuerySchema.parse(await searchValues(searchParams));
  const [initial, viewer, display] = await Promise.all([
    listMembers(ctx, query),
    membersViewer(ctx),
    displayPreferences(ctx),
  ]);
  return (
    <PageMessages namespaces={['members', 'roles']} timeZone={display.timeZone}>
      <div className="grid gap-5">
        <MembersHead ctx={ctx} viewer={viewer} />
        <MembersTable
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
