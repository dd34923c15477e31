import type { Act } from '@/components/i18n/use-act';
import type { MemberRole } from '@/lib/core/access/roles';

/** Who looks at the page and what they may do there. */
export interface MembersViewer {
  id: string;
  role: MemberRole;
  canManage: boolean;
  canReadAudit: boolean;
  bulkInvite: boolean;
}

/** How times and numbers are written for the viewer. `now` is the server's moment, so that both first paints agree. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}

export interface Places {
  active: number;
  invited: number;
  limit: number | null;
}

export interface MemberActions {
  changeRoles: Act<{ ids: string[]; role: MemberRole }, { changed: number }>;
  revoke: Act<{ ids: string[] }, { revoked: number }>;
  restore: Act<{ ids: string[] }, { restored: number }>;
  rename: Act<{ id: string; name: string }, null>;
}

export type InviteAction = Act<{ emails: string[]; role: MemberRole }, { invited: number }>;

export interface InvitationActions {
  resend: Act<{ id: string }, null>;
  revoke: Act<{ id: string }, null>;
}
