import type { Metadata } from 'next';
import { PageMessages } from '@/components/i18n/messages';
import { SuperAdminsView } from '@/components/super-admins/super-admins-view';
import { listSuperAdmins } from '@/lib/features/super-admins/list-super-admins';
import { openConsolePage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { addSuperAdminAction, changeRoleAction, restoreSuperAdminAction, revokeSuperAdminAction } from './actions';
import { openLanguage } from '@/lib/http/language';
import { consoleDisplay } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('console')('superAdmins.title') };
}

export default async function ConsoleSettingsPage() {
  const ctx = await openConsolePage('superAdmins.manage');
  const people = await listSuperAdmins(ctx);
  return (
    <PageMessages namespaces={['console', 'roles']}>
      <SuperAdminsView
        people={people}
        viewerId={ctx.actor.id}
        display={await consoleDisplay()}
        actions={{
          add: addSuperAdminAction,
          changeRole: changeRoleAction,
          revoke: revokeSuperAdminAction,
          restore: restoreSuperAdminAction,
        }}
      />
    </PageMessages>
  );
}
