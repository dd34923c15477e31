import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import {
  requireConsolePermission,
  requirePermission,
  type ConsoleContext,
  type MemberContext,
  type SuperAdminActor,
  type TenantContext,
  type VisitorActor,
} from '@/lib/core/access/context';
import type { ConsolePermission, Permission } from '@/lib/core/access/roles';
import type { FeatureKey } from '@/lib/core/flags/definitions';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { notFound, type ErrorCode, type ErrorDetails } from '@/lib/platform/errors';
import { rootHost } from '@/lib/platform/origins';
import { consoleContext, requireConsoleHost } from './console-request';
import { toAppError } from './failure';
import { parseInput } from './parse-input';
import { requestedHost, requestInfo } from '@/lib/core/access/request-info';
import { requireOrigin } from './require-origin';
import { memberContext, tenantHost, visitorContext } from './tenant-request';
import { inAcceptedLanguage, inMemberLanguage } from './language';

/** What a server action answers: never an exception, so that the form keeps its input. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionFailure };
export interface ActionFailure extends Pick<
  ErrorDetails,
  'fields' | 'messageKey' | 'values' | 'quota' | 'retryAfterSeconds'
> {
  code: ErrorCode;
  message: string;
  referenceId: string;
}

type Action<S extends z.ZodType, T> = (input: z.input<S>) => Promise<ActionResult<T>>;

/** A change made by a signed-in member: session, Origin, permission, input, then the use case. */
export function defineMemberAction<S extends z.ZodType, T>(spec: {
  permission: Permission | null;
  /** Without it the action does not exist: 404, whatever the role. */
  feature?: FeatureKey;
  input: S;
  run: (ctx: MemberContext, input: z.output<S>) => Promise<T>;
}): Action<S, T> {
  return (input) =>
    answer(async () => {
      const ctx = await memberContext();
      requireOrigin(await headers(), (await tenantHost('portal')).host);
      if (spec.feature) await requireFeature(ctx, spec.feature);
      if (spec.permission) requirePermission(ctx, spec.permission);
      const values = parseInput(spec.input, input);
      return inMemberLanguage(ctx, () => spec.run(ctx, values));
    });
}

/** A change made on a tenant's portal by somebody not signed in (sign in, accept an invitation, reset a password). */
export function defineVisitorAction<S extends z.ZodType, T>(spec: {
  input: S;
  run: (ctx: TenantContext<VisitorActor>, input: z.output<S>) => Promise<T>;
}): Action<S, T> {
  return (input) =>
    answer(async () => {
      const ctx = await visitorContext();
      requireOrigin(await headers(), (await tenantHost('portal')).host);
      return spec.run(ctx, parseInput(spec.input, input));
    });
}

/** A change made by a signed-in super-admin on the console. */
export function defineConsoleAction<S extends z.ZodType, T>(spec: {
  permission: ConsolePermission | null;
  input: S;
  run: (ctx: ConsoleContext<SuperAdminActor>, input: z.output<S>) => Promise<T>;
}): Action<S, T> {
  return (input) =>
    answer(async () => {
      const ctx = await consoleContext();
      requireOrigin(await headers(), await requireConsoleHost());
      if (spec.permission) requireConsolePermission(ctx, spec.permission);
      const values = parseInput(spec.input, input);
      return inAcceptedLanguage(() => spec.run(ctx, values));
    });
}

/** A change made on the console by somebody not signed in. */
export function defineConsoleVisitorAction<S extends z.ZodType, T>(spec: {
  input: S;
  run: (request: ReturnType<typeof requestInfo>, input: z.output<S>) => Promise<T>;
}): Action<S, T> {
  return (input) =>
    answer(async () => {
      const bag = await headers();
      requireOrigin(bag, await requireConsoleHost());
      return spec.run(requestInfo(bag), parseInput(spec.input, input));
    });
}

/** A request on the find-your-portal page, where nobody signs in. */
export function defineRootAction<S extends z.ZodType, T>(spec: {
  input: S;
  run: (request: ReturnType<typeof requestInfo>, input: z.output<S>) => Promise<T>;
}): Action<S, T> {
  return (input) =>
    answer(async () => {
      const bag = await headers();
      if (requestedHost(bag) !== rootHost()) throw notFound();
      requireOrigin(bag, rootHost());
      return spec.run(requestInfo(bag), parseInput(spec.input, input));
    });
}

async function answer<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    unstable_rethrow(error);
    const referenceId = requestInfo(await headers()).requestId;
    const { code, message, details } = toAppError(error, referenceId);
    const { fields, messageKey, values, quota, retryAfterSeconds } = details;
    return { ok: false, error: { code, message, referenceId, fields, messageKey, values, quota, retryAfterSeconds } };
  }
}
