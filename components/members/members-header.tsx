'use client';

import { useState } from 'react';
import { useRouter, useSearchParams } from 'next/navigation';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { useCurrentPath } from '@/components/ui/use-current-path';
import { InvitePanel } from './invite-panel';
import type { InviteAction, MembersViewer, Places } from './member-types';

interface MembersHeaderProps {
  viewer: MembersViewer;
  places: Places;
  invite: InviteAction;
  openInvitations: number;
}

/** Head of the people pages; `?invite` in the address opens the panel, so that other pages can lead straight to it. */
export function MembersHeader({ viewer, places, invite, openInvitations }: MembersHeaderProps) {
  const t = useTranslations('members');
  const router = useRouter();
  const path = useCurrentPath();
  const [inviting, setInviting] = useState(useSearchParams().has('invite') && viewer.canManage);
  const wanted = useSearchParams().has('invite');

  function close() {
    setInviting(false);
    if (wanted) router.replace(path, { scroll: false });
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={
          viewer.canManage ? (
            <Button variant="primary" onClick={() => setInviting(true)}>
              <UserPlus aria-hidden="true" />
              {t(viewer.bulkInvite ? 'invite' : 'inviteOne')}
            </Button>
          ) : undefined
        }
        tabs={
          viewer.canManage ? (
            <LinkTabs
              label={t('tabs.label')}
              tabs={[
                { href: '/members', label: t('tabs.members'), count: places.active },
                { href: '/members/invitations', label: t('tabs.invitations'), count: openInvitations },
              ]}
            />
          ) : undefined
        }
      />
      {viewer.canManage && (
        <InvitePanel open={inviting} onClose={close} viewer={viewer} places={places} invite={invite} />
      )}
    </>
  );
}
