import 'server-only';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import { quarantineDays } from './rules';

/** A domain as the directory of hosts knows it. */
export interface Claim {
  tenantId: string;
  host: string;
  surface: string;
}

/**
 * Takes a name for a tenant, as far as nobody else has it. Of two at once the database lets one in: the row's name is unique.
 * @returns whether it is the tenant's now
 */
export async function claimHost(tx: ConsoleTx, { tenantId, host, surface }: Claim): Promise<boolean> {
  const kept = await tx.domainQuarantine.findUnique({ where: { host } });
  if (kept && kept.until > new Date() && kept.formerTenantId !== tenantId) return false;
  await tx.host.createMany({
    data: [{ tenantId, host, surface, kind: 'custom', status: 'reserved' }],
    skipDuplicates: true,
  });
  const row = await tx.host.findUnique({ where: { host }, select: { tenantId: true } });
  if (row?.tenantId !== tenantId) return false;
  await tx.domainQuarantine.deleteMany({ where: { host } });
  return true;
}

/** Of several changes of a tenant's hosts the next one sees what the one before made of them: all are held, in one order. */
async function lockHosts(tx: ConsoleTx, tenantId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "public".hosts WHERE tenant_id = ${tenantId}::uuid ORDER BY id FOR UPDATE`;
}

/** From now on the host is served; the first of its surface becomes its primary. */
export async function activateHost(tx: ConsoleTx, { tenantId, host, surface }: Claim): Promise<void> {
  await lockHosts(tx, tenantId);
  const primaries = await tx.host.count({ where: { tenantId, surface, isPrimary: true } });
  await tx.host.updateMany({
    where: { tenantId, host },
    data: { status: 'active', ...(primaries === 0 && { isPrimary: true }) },
  });
}

/** A reservation that was never served: the name is free again at once. */
export async function dropReservation(tx: ConsoleTx, { tenantId, host }: Claim): Promise<void> {
  await tx.host.deleteMany({ where: { tenantId, host, kind: 'custom', status: 'reserved' } });
}

/** Takes a host out of service; its surface falls back to another one, and for a while nobody else can claim the name. */
export async function removeCustomHost(
  tx: ConsoleTx,
  claim: Pick<Claim, 'tenantId' | 'host'>,
  days = quarantineDays,
): Promise<void> {
  const { tenantId, host } = claim;
  await lockHosts(tx, tenantId);
  const row = await tx.host.findFirst({
    where: { tenantId, host, kind: 'custom' },
    select: { id: true, isPrimary: true, surface: true },
  });
  if (!row) return;
  await tx.host.delete({ where: { id: row.id }, select: { id: true } });
  if (row.isPrimary) {
    const next = await tx.host.findFirst({
      where: { tenantId, surface: row.surface, status: 'active' },
      orderBy: [{ kind: 'desc' }, { createdAt: 'asc' }],
      select: { id: true },
    });
    if (next) await tx.host.update({ where: { id: next.id }, data: { isPrimary: true }, select: { id: true } });
  }
  const until = new Date(Date.now() + days * 86_400_000);
  const kept = { formerTenantId: tenantId, until };
  await tx.domainQuarantine.upsert({ where: { host }, create: { host, ...kept }, update: kept });
}
