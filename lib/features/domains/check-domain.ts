import 'server-only';
import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import type { Domain } from '@/lib/generated/prisma/client';
import { publishChange } from '@/lib/platform/change-bus';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import type { Placement } from '@/lib/tenancy/context';
import { activateHost, claimHost, dropReservation, removeCustomHost } from './directory';
import type { Evidence } from './evidence';
import { gatherEvidence } from './gather-evidence';
import { noticeMailer, type NoticeMailer } from './notice-mails';
import { queueCheck } from './queue-check';
import { decide, type Decision, type DomainState } from './rules';
import { subjects } from './schema';
import { sightOf } from './sight';

/** How a check looks at the world; tests look at another one. */
export interface CheckOptions {
  gather?: typeof gatherEvidence;
  now?: () => Date;
}

/**
 * One check of one domain: looks, decides, and changes the directory. A tenant that is not active waits. What was seen counts only for
 * the attempt that it was looked for, and only for what the domain still is.
 */
export async function checkDomain(tenantId: string, domainId: string, options: CheckOptions = {}): Promise<void> {
  const { gather = gatherEvidence, now = () => new Date() } = options;
  const before = await findOfActive(tenantId, domainId);
  if (!before) return;
  const { domain, placement } = before;
  const served = domain.status === 'active' || domain.status === 'trouble';
  const first = await gather(domain.host, { served });
  const mails = await noticeMailer({ tenantId, placement });
  const outcome = await settle(domain, first, mails, now());
  // Its certificate is made at the first visit: the check after it came into service is that visit.
  if (outcome === 'activated') await queueCheck(consoleDb(), tenantId, domainId);
}

async function findOfActive(
  tenantId: string,
  domainId: string,
): Promise<{ domain: Domain; placement: Placement } | null> {
  const [tenant, domain] = await Promise.all([
    consoleDb().tenant.findFirst({ where: { id: tenantId, status: 'active' }, select: { placement: true } }),
    consoleDb().domain.findFirst({ where: { tenantId, id: domainId } }),
  ]);
  return tenant && domain ? { domain, placement: tenant.placement as Placement } : null;
}

async function settle(seenAs: Domain, evidence: Evidence, mails: NoticeMailer, now: Date): Promise<Decision['notice']> {
  return consoleDb().$transaction(async (tx) => {
    const row = await lockRow(tx, seenAs);
    if (!row) return null;
    const sight = sightOf(evidence, row.challenge);
    // The directory is asked by trying: whoever is first has the name.
    const proven = row.ownership !== 'verified' && sight.ownership === 'right' && now < row.challengeExpiresAt;
    const free = !proven || (await claimHost(tx, row));
    const decision = decide(row as DomainState, { ...sight, free }, now);
    await write(tx, row, decision, evidence, now);
    await changeDirectory(tx, row, decision);
    await tell(tx, row, decision, mails);
    if (decision.nextCheckAt) await queueCheck(tx, row.tenantId, row.id, decision.nextCheckAt);
    return decision.notice;
  });
}

/** Null where the domain is gone, or has begun anew since it was looked at. */
async function lockRow(tx: ConsoleTx, { tenantId, id, attemptId }: Domain): Promise<Domain | null> {
  await tx.$queryRaw`SELECT 1 FROM "public".domains WHERE tenant_id = ${tenantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return tx.domain.findFirst({ where: { tenantId, id, attemptId } });
}

async function write(tx: ConsoleTx, row: Domain, decision: Decision, evidence: Evidence, now: Date): Promise<void> {
  const { notice: _told, ...state } = decision;
  const changed = subjects.filter((subject) => row[subject] !== decision[subject]);
  await tx.domain.update({
    where: { tenantId_id: { tenantId: row.tenantId, id: row.id } },
    data: {
      ...state,
      evidence,
      checkedAt: now,
      ...Object.fromEntries(changed.map((subject) => [`${subject}Since`, now])),
    },
    select: { id: true },
  });
  await tx.domainCheck.createMany({
    data: changed.map((subject) => ({
      tenantId: row.tenantId,
      domainId: row.id,
      subject,
      before: row[subject],
      after: decision[subject],
      at: now,
    })),
  });
}

async function changeDirectory(tx: ConsoleTx, row: Domain, { status, ownership }: Decision): Promise<void> {
  if (status === row.status && ownership === row.ownership) return;
  if (status === 'active') await activateHost(tx, row);
  else if (status === 'off') await removeCustomHost(tx, row);
  else if (ownership !== 'verified' && status !== 'trouble') await dropReservation(tx, row);
  await publishChange(tx, { kind: 'host', tenantId: row.tenantId });
  await publishChange(tx, { kind: 'host', key: row.host });
}

const checker: ConsoleContext<SystemActor> = {
  actor: { type: 'system', name: 'Domain check' },
  request: systemRequest(),
};

async function tell(tx: ConsoleTx, row: Domain, decision: Decision, mails: NoticeMailer): Promise<void> {
  const action = actionOf(row, decision);
  const target = { type: 'domain', id: row.id, label: row.host };
  const changes = { status: { before: row.status, after: decision.status } };
  if (action) await recordConsoleEventInTenant(tx, checker, row.tenantId, action, target, changes);
  if (decision.notice) await mails(tx, row, decision);
}

function actionOf(before: Domain, { status, ownership }: Decision) {
  if (status === 'off' && before.status !== 'off') return 'domain.switched_off' as const;
  if (status === 'trouble' && before.status !== 'trouble') return 'domain.troubled' as const;
  if (status === 'active' && before.status !== 'active') return 'domain.activated' as const;
  return ownership === 'verified' && before.ownership !== 'verified' ? ('domain.verified' as const) : null;
}
