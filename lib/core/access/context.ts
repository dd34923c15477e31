import type { TenantScope } from '@/lib/tenancy/context';
import { AppError } from '@/lib/platform/errors';
import {
  rolePermissions,
  superAdminPermissions,
  type ConsolePermission,
  type MemberRole,
  type Permission,
  type SuperAdminRole,
} from './roles';

/** Where a request came from; goes into audit events. */
export interface RequestInfo {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** When it happened; left out for now. Given only where a history is written down afterwards. */
  readonly at?: Date;
}

export interface MemberActor {
  readonly type: 'member';
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
}

export interface SuperAdminActor {
  readonly type: 'super_admin';
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly role: SuperAdminRole;
}

/** The platform itself: jobs, seeds, the CLI. */
export interface SystemActor {
  readonly type: 'system';
  readonly name: string;
}

/** Somebody not signed in, such as a person on the sign-in page. */
export interface VisitorActor {
  readonly type: 'visitor';
}

export type Actor = MemberActor | SuperAdminActor | SystemActor | VisitorActor;

/** First argument of every use case inside a tenant. Built once per request, job or command. */
export interface TenantContext<A extends Actor = Actor> extends TenantScope {
  readonly slug: string;
  readonly tenantName: string;
  readonly planId: string;
  readonly actor: A;
  readonly request: RequestInfo;
}

export type MemberContext = TenantContext<MemberActor>;

/** First argument of every use case of the console. */
export interface ConsoleContext<A extends SuperAdminActor | SystemActor = SuperAdminActor | SystemActor> {
  readonly actor: A;
  readonly request: RequestInfo;
}

export function can(ctx: TenantContext, permission: Permission): boolean {
  const { actor } = ctx;
  if (actor.type === 'system') return true;
  return actor.type === 'member' && rolePermissions[actor.role].includes(permission);
}

/** @throws AppError forbidden */
export function requirePermission(ctx: TenantContext, permission: Permission): void {
  if (!can(ctx, permission)) throw new AppError('forbidden', 'You may not do this.', { values: { permission } });
}

export function consoleCan(ctx: ConsoleContext, permission: ConsolePermission): boolean {
  return ctx.actor.type === 'system' || superAdminPermissions[ctx.actor.role].includes(permission);
}

/** @throws AppError forbidden */
export function requireConsolePermission(ctx: ConsoleContext, permission: ConsolePermission): void {
  if (!consoleCan(ctx, permission)) throw new AppError('forbidden', 'You may not do this.', { values: { permission } });
}

/** For work that no request started. */
export function systemRequest(requestId = ''): RequestInfo {
  return { requestId, ip: null, userAgent: null };
}
