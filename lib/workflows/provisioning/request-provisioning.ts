import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { mayCreateDatabases } from '@/lib/tenancy/placements/place';
import { isSlugTaken } from './check-slug';
import type { RunInput } from './run-record';
import { newTenantSchema, stepNames, type NewTenant, type NewTenantInput } from './schema';

/** Attempts of the queue before a run that keeps failing is undone; they stretch over about a quarter of an hour. */
const ATTEMPTS_MAX = 7;

/**
 * Accepts a new tenant: run, steps, job and audit event in one transaction. The same key again is the same run, whatever became of
 * it; the same key with another form is refused.
 * @throws AppError forbidden, validation_failed, conflict (key reused, slug taken)
 */
export async function requestProvisioning(
  ctx: ConsoleContext,
  input: NewTenantInput,
  idempotencyKey: string,
): Promise<{ runId: string }> {
  requireConsolePermission(ctx, 'tenants.create');
  const tenant = parse(input);
  const earlier = await findEarlier(idempotencyKey, tenant);
  if (earlier) return earlier;
  await requireAcceptable(tenant);
  try {
    return await accept(ctx, tenant, idempotencyKey);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Two submits of one form met here: the other one won.
    const winner = await findEarlier(idempotencyKey, tenant);
    if (winner) return winner;
    throw error;
  }
}

export function provisioningJobKey(runId: string): string {
  return `provision-tenant:${runId}`;
}

export async function enqueueRun(tx: ConsoleTx, runId: string): Promise<void> {
  await enqueueJob(tx, 'provision-tenant', { runId }, { key: provisioningJobKey(runId), maxAttempts: ATTEMPTS_MAX });
}

function parse(input: NewTenantInput): NewTenant {
  const result = newTenantSchema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message;
  throw new AppError('validation_failed', 'Some fields need another look.', { fields });
}

async function findEarlier(idempotencyKey: string, tenant: NewTenant): Promise<{ runId: string } | null> {
  const run = await consoleDb().provisioningRun.findUnique({
    where: { idempotencyKey },
    select: { id: true, input: true },
  });
  if (!run) return null;
  const before = (run.input as unknown as RunInput).tenant;
  if (!isDeepStrictEqual(comparable(before), comparable(tenant))) {
    throw new AppError('conflict', 'This key was used for another tenant.', { messageKey: 'idempotencyKeyReused' });
  }
  return { runId: run.id };
}

/** As JSON keeps it, without the logo, which a finished run has given away. */
function comparable({ branding, ...rest }: NewTenant): unknown {
  const { logo: _logo, ...look } = branding ?? {};
  return JSON.parse(JSON.stringify({ ...rest, branding: branding && look })) as unknown;
}

/** Tells early what the run would find out anyway; the run has the last word. */
async function requireAcceptable({ address, plan }: NewTenant): Promise<void> {
  const [taken, found, placeable] = await Promise.all([
    isSlugTaken(address.slug),
    consoleDb().plan.findUnique({ where: { key: plan.planKey }, select: { id: true } }),
    plan.placement !== 'database' || mayCreateDatabases(),
  ]);
  if (taken)
    throw new AppError('conflict', `The address "${address.slug}" is taken.`, {
      messageKey: 'slugTaken',
      fields: { 'address.slug': 'taken' },
    });
  if (!found)
    throw new AppError('validation_failed', `There is no plan "${plan.planKey}".`, {
      fields: { 'plan.planKey': 'unknown' },
    });
  if (!placeable)
    throw new AppError('validation_failed', 'The login in DATABASE_URL may not create databases.', {
      fields: { 'plan.placement': 'placement_denied' },
    });
}

async function accept(ctx: ConsoleContext, tenant: NewTenant, idempotencyKey: string): Promise<{ runId: string }> {
  const [runId, tenantId] = [uuidv7(), uuidv7()];
  const { actor, request } = ctx;
  const input: RunInput = { tenant, request };
  await consoleDb().$transaction(async (tx) => {
    await tx.provisioningRun.create({
      data: {
        id: runId,
        targetTenantId: tenantId,
        idempotencyKey,
        slug: tenant.address.slug,
        input: JSON.parse(JSON.stringify(input)),
        requestedById: actor.type === 'super_admin' ? actor.id : null,
        requestedBy: actor.name,
        steps: { create: stepNames.map((name, position) => ({ name, position })) },
      },
    });
    const facts = { slug: tenant.address.slug, plan: tenant.plan.planKey };
    const changes = Object.fromEntries(Object.entries(facts).map(([field, after]) => [field, { before: null, after }]));
    await recordPlatformEvent(
      tx,
      ctx,
      'tenant.provisioning_requested',
      { type: 'tenant', id: tenantId, label: tenant.organisation.name },
      changes,
    );
    await enqueueRun(tx, runId);
  });
  return { runId };
}
