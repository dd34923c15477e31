import { mayAssignRole, memberRoles, type MemberRole } from '@/lib/core/access/roles';
import { emailSchema } from '@/lib/core/passwords/schema';

/** All roles, the highest first. */
export const memberRoleNames = memberRoles;

/** An invitation can be accepted for this long. */
export const invitationDays = 7;

export function invitationExpiry(now: Date = new Date()): Date {
  return new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000);
}

/** Roles that somebody may hand out, the highest first. */
export function assignableRoles(own: MemberRole): MemberRole[] {
  return memberRoles.filter((role) => mayAssignRole(own, role));
}

interface Person {
  id: string;
  role: MemberRole;
  status: string;
}

export type Refusal = 'rankTooLow' | 'lastOwner' | 'ownAccount';

/**
 * Whether `actor` may give `target` another role, or (with `wanted` null) take the account away. Order of the answers: rank first,
 * because somebody outranked learns nothing else.
 * @param otherOwners active owners besides every member of the same bulk
 */
export function refusalOf(
  actor: Person,
  target: Person,
  wanted: MemberRole | null,
  otherOwners: number,
): Refusal | null {
  if (!mayAssignRole(actor.role, target.role) || (wanted && !mayAssignRole(actor.role, wanted))) return 'rankTooLow';
  const losesOwner = target.role === 'owner' && target.status === 'active' && wanted !== 'owner';
  if (losesOwner && otherOwners === 0) return 'lastOwner';
  return actor.id === target.id ? 'ownAccount' : null;
}

export interface ParsedAddresses {
  emails: string[];
  /** Pieces that are no e-mail address, as they were typed. */
  faulty: string[];
}

/** Addresses out of pasted text: separated by spaces, commas, semicolons or lines; `Ada Lovelace <ada@example.com>` gives the address. Each once. */
export function parseAddresses(text: string): ParsedAddresses {
  const bare = text.replaceAll(/(?:"[^"]*"\s*|[^\n,;<>"@]*)<([^<>]*)>/g, ' $1 ');
  const pieces = bare.split(/[\s,;]+/).filter(Boolean);
  const emails = new Set<string>();
  const faulty: string[] = [];
  for (const piece of pieces) {
    const parsed = emailSchema.safeParse(piece);
    if (parsed.success) emails.add(parsed.data);
    else faulty.push(piece);
  }
  return { emails: [...emails], faulty };
}

/** Whether somebody of this role may change that member at all; what exactly, the server decides. */
export function mayManage(viewer: { id: string; role: MemberRole }, member: { id: string; role: MemberRole }): boolean {
  return viewer.id !== member.id && mayAssignRole(viewer.role, member.role);
}
