import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConsoleContext } from '@/lib/core/access/context';
import { isWorkerAlive } from '@/lib/core/jobs/worker-presence';
import { translator } from '@/lib/messages/translator';
import { consoleDb } from '@/lib/tenancy/console-client';
import { runProvisioning } from '@/lib/workflows/provisioning/engine';
import { readRun } from '@/lib/workflows/provisioning/read-run';
import { requestProvisioning } from '@/lib/workflows/provisioning/request-provisioning';
import { defaultOrganisation, placements, type NewTenantInput, type Run } from '@/lib/workflows/provisioning/schema';
import { text, WrongUse, type Command, type Outcome, type Values } from '../command';
import { table } from '../table';

export const tenantCreate: Command = {
  usage: '--name N --slug S --plan P --admin-email E [--placement shared|schema|database]',
  summary: 'make a tenant and invite its first admin',
  options: {
    name: { type: 'string' },
    slug: { type: 'string' },
    plan: { type: 'string' },
    'admin-email': { type: 'string' },
    placement: { type: 'string' },
  },
  required: ['name', 'slug', 'plan', 'admin-email'],
  async run(ctx, { values }) {
    const { runId } = await requestProvisioning(ctx, toInput(values), randomUUID());
    const run = await finish(ctx, runId);
    return run.status === 'completed' ? created(run) : undone(run);
  },
};

function toInput(values: Values): NewTenantInput {
  const name = text(values, 'name').trim();
  return {
    organisation: { ...defaultOrganisation, name },
    plan: { planKey: text(values, 'plan'), placement: readPlacement(text(values, 'placement') || 'shared') },
    address: { slug: text(values, 'slug') },
    features: { overrides: {} },
    admin: { email: text(values, 'admin-email') },
  };
}

function readPlacement(value: string): (typeof placements)[number] {
  const placement = placements.find((known) => known === value);
  if (!placement) throw new WrongUse(`--placement is one of ${placements.join(', ')}.`);
  return placement;
}

const POLL_MS = 40;
const PATIENCE_MS = 15_000;
const ATTEMPTS = 5;

/**
 * The worker does it where one lives; otherwise this process does, with the same engine and the same record. A worker too busy to
 * begin is not waited for: the engine lets only one of the two work.
 */
async function finish(ctx: ConsoleContext, runId: string): Promise<Run> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const run = await readRun(ctx, runId);
    if (run.status === 'completed' || run.status === 'rolled_back') return run;
    const waits = Date.now() < giveUpAt && (await isWorkerAlive(consoleDb()));
    if (!waits) await runHere(runId);
    await pause(POLL_MS);
  }
}

async function runHere(runId: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runProvisioning(runId, { lastAttempt: attempt === ATTEMPTS });
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await pause(200 * attempt);
    }
  }
}

function created({ tenant, portalUrl, siteUrl, invitationUrl, steps }: Run): Outcome {
  const { id, slug, status, placement } = tenant;
  const json = { tenant: { id, slug, status, placement }, portalUrl, siteUrl, invitationUrl, steps };
  const lines = table([
    ['Tenant', `${slug} (${id})`],
    ['Portal', portalUrl],
    ['Site', siteUrl],
    ['Invitation', invitationUrl ?? ''],
  ]);
  const progress = table(steps.map(({ name, ms }) => [`  ${name}`, `${ms ?? 0} ms`]));
  return { json, text: `${lines}\n\n${progress}` };
}

function undone(run: Run): Outcome {
  const message = translator('wizard')(`refusal.${run.refusal ?? 'internal'}`, { slug: run.tenant.slug });
  const code = run.refusal === 'slug_taken' ? 'conflict' : run.refusal === 'internal' ? 'internal' : 'unprocessable';
  return { json: { error: { code, message }, steps: run.steps }, text: message, refused: true };
}
