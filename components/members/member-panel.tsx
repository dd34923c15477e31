'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { KeyValueList } from '@/components/ui/key-value';
import { LinkButton } from '@/components/ui/link-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { SidePanel } from '@/components/ui/side-panel';
import { StatusBadge } from '@/components/ui/status-badge';
import type { MemberRow } from '@/lib/features/members/schema';
import type { Display, MembersViewer } from './member-types';

interface MemberPanelProps {
  /** Null while closed. */
  member: MemberRow | null;
  viewer: MembersViewer;
  display: Display;
  manageable: boolean;
  onClose: () => void;
  onChangeRole: (member: MemberRow) => void;
  onRename: (member: MemberRow) => void;
  onToggleAccess: (member: MemberRow) => void;
}

/** A quick look at one person, with what may be done. */
export function MemberPanel(props: MemberPanelProps) {
  const { member, onClose, manageable } = props;
  return (
    <SidePanel
      open={member !== null}
      onClose={onClose}
      title={member?.name ?? ''}
      footer={member && manageable ? <PanelActions {...props} member={member} /> : undefined}
    >
      {member && <Facts {...props} member={member} />}
    </SidePanel>
  );
}

function Facts({ member, viewer, display }: MemberPanelProps & { member: MemberRow }) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const time = (at: string) => (
    <RelativeTime at={at} locale={display.locale} timeZone={display.timeZone} now={display.now} />
  );
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-3">
        <Avatar name={member.name} size="xl" />
        <div className="min-w-0 flex-1">
          <CopyField value={member.email} label={t('email')} />
        </div>
      </div>
      <KeyValueList
        items={[
          {
            label: t('role'),
            value: (
              <>
                {roles(member.role)}
                <span className="block text-sm text-muted">{roles(`${member.role}Help`)}</span>
              </>
            ),
          },
          {
            label: t('status'),
            value: <StatusBadge tone={member.status === 'active' ? 'positive' : 'neutral'} label={t(member.status)} />,
          },
          { label: t('panel.lastSeen'), value: member.lastSeenAt ? time(member.lastSeenAt) : t('neverSeen') },
          { label: t('panel.joined'), value: time(member.createdAt) },
        ]}
      />
      {viewer.canReadAudit && (
        <div>
          <LinkButton href={`/audit?actor=${member.id}`}>{t('panel.audit', { name: member.name })}</LinkButton>
        </div>
      )}
    </div>
  );
}

function PanelActions({ member, onChangeRole, onRename, onToggleAccess }: MemberPanelProps & { member: MemberRow }) {
  const t = useTranslations('members');
  return (
    <>
      <Button variant={member.status === 'active' ? 'danger' : 'secondary'} onClick={() => onToggleAccess(member)}>
        {t(member.status === 'active' ? 'revoke' : 'restore')}
      </Button>
      <Button onClick={() => onRename(member)}>{t('rename')}</Button>
      <Button variant="primary" onClick={() => onChangeRole(member)}>
        {t('changeRole')}
      </Button>
    </>
  );
}
