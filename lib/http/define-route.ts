import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import {
  requireConsolePermission,
  requirePermission,
  type ConsoleContext,
  type MemberContext,
  type SuperAdminActor,
} from '@/lib/core/access/context';
import type { ConsolePermission, Permission } from '@/lib/core/access/roles';
import type { FeatureKey } from '@/lib/core/flags/definitions';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { consoleContext } from './console-request';
import { toAppError } from './failure';
import { parseInput } from './parse-input';
import { problem } from './problem';
import { requestInfo } from '@/lib/core/access/request-info';
import { memberContext } from './tenant-request';
import { inAcceptedLanguage, inMemberLanguage } from './language';

type Params = Record<string, string | string[] | undefined>;
type Handler = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

interface RouteSpec<C, P, Q extends z.ZodType, R extends z.ZodType> {
  permission: P | null;
  /** Path parameters and query string, merged; path parameters win. */
  query: Q;
  /** What the route may say; anything else is dropped on the way out. */
  response: R;
  run: (ctx: C, query: z.output<Q>) => Promise<z.input<R>>;
}

/** Without the feature a route or file of a member does not exist: 404, whatever the role. */
interface OfFeature {
  feature?: FeatureKey;
}

/** A read by the signed-in member's browser (TanStack Query). Answers JSON, or a problem. */
export function defineMemberRoute<Q extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<MemberContext, Permission, Q, R> & OfFeature,
): Handler {
  return (request, { params }) =>
    answer(request, async () => {
      const ctx = await memberContext();
      if (spec.feature) await requireFeature(ctx, spec.feature);
      if (spec.permission) requirePermission(ctx, spec.permission);
      const values = await params;
      return inMemberLanguage(ctx, () => respond(spec, ctx, request, values));
    });
}

/** A read by the signed-in super-admin's browser. */
export function defineConsoleRoute<Q extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<ConsoleContext<SuperAdminActor>, ConsolePermission, Q, R>,
): Handler {
  return (request, { params }) =>
    answer(request, async () => {
      const ctx = await consoleContext();
      if (spec.permission) requireConsolePermission(ctx, spec.permission);
      const values = await params;
      return inAcceptedLanguage(() => respond(spec, ctx, request, values));
    });
}

/** A file for the signed-in member: the use case gives the whole response. */
export function defineMemberDownload<Q extends z.ZodType>(
  spec: {
    permission: Permission | null;
    query: Q;
    run: (ctx: MemberContext, query: z.output<Q>) => Promise<Response>;
  } & OfFeature,
): Handler {
  return (request, { params }) =>
    answer(request, async () => {
      const ctx = await memberContext();
      if (spec.feature) await requireFeature(ctx, spec.feature);
      if (spec.permission) requirePermission(ctx, spec.permission);
      const values = parseQuery(spec.query, request, await params);
      return inMemberLanguage(ctx, () => spec.run(ctx, values));
    });
}

async function respond<C, P, Q extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<C, P, Q, R>,
  ctx: C,
  request: NextRequest,
  params: Params,
): Promise<Response> {
  const result = await spec.run(ctx, parseQuery(spec.query, request, params));
  return Response.json(spec.response.parse(result), { headers: { 'cache-control': 'private, no-store' } });
}

function parseQuery<Q extends z.ZodType>(schema: Q, request: NextRequest, params: Params): z.output<Q> {
  return parseInput(schema, { ...Object.fromEntries(request.nextUrl.searchParams), ...params });
}

async function answer(request: NextRequest, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    const { requestId } = requestInfo(request.headers);
    return problem(toAppError(error, requestId), requestId);
  }
}
