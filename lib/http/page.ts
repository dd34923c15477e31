import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import {
  can,
  consoleCan,
  type ConsoleContext,
  type MemberContext,
  type SuperAdminActor,
  type TenantContext,
  type VisitorActor,
} from '@/lib/core/access/context';
import type { ConsolePermission, Permission } from '@/lib/core/access/roles';
import type { FeatureKey } from '@/lib/core/flags/definitions';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { EDGE_HEADERS } from '@/lib/edge/headers';
import { isAppError } from '@/lib/platform/errors';
import { consoleContext } from './console-request';
import { memberContext, visitorContext } from './tenant-request';
import { openLanguage } from './language';

/**
 * Opens a portal page: unknown host → 404, not signed in → the sign-in page (and back here afterwards). A page that the role may
 * not see, or whose feature the tenant does not have, does not exist: 404, as the navigation says.
 */
export async function openMemberPage(
  permission: Permission | null,
  options: { feature?: FeatureKey } = {},
): Promise<MemberContext> {
  const ctx = await orSignIn(memberContext);
  if (permission && !can(ctx, permission)) notFound();
  if (options.feature && !(await isEnabled(ctx, options.feature))) notFound();
  return ctx;
}

/** Opens a portal page for somebody not signed in. */
export function openVisitorPage(): Promise<TenantContext<VisitorActor>> {
  return orSignIn(visitorContext);
}

/** The same for the console. */
export async function openConsolePage(permission: ConsolePermission | null): Promise<ConsoleContext<SuperAdminActor>> {
  const ctx = await orSignIn(consoleContext);
  if (permission && !consoleCan(ctx, permission)) notFound();
  return ctx;
}

/** Runs a use case for a page; its not_found becomes the page's. */
export async function orNotFound<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
}

/** Reads a list for a page. A place in it that no longer exists (an old link, an edited address) leads to the first page. */
export async function orFirstPage<S extends { cursor?: string }, T>(
  search: S,
  read: (search: S) => Promise<T>,
): Promise<T> {
  try {
    return await read(search);
  } catch (error) {
    if (search.cursor !== undefined && isAppError(error, 'validation_failed'))
      return read({ ...search, cursor: undefined });
    throw error;
  }
}

async function orSignIn<T>(open: () => Promise<T>): Promise<T> {
  try {
    const [ctx] = await Promise.all([open(), openLanguage()]);
    return ctx;
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    if (isAppError(error, 'tenant_suspended')) redirect('/suspended');
    if (isAppError(error, 'unauthenticated')) redirect(`/sign-in${await returnQuery()}`);
    throw error;
  }
}

async function returnQuery(): Promise<string> {
  const path = (await headers()).get(EDGE_HEADERS.path) ?? '/';
  return path === '/' ? '' : `?returnTo=${encodeURIComponent(path)}`;
}
