import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { TenantScope } from '@/lib/tenancy/context';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { detailsSchema, evidenceSchema, type CanaryDetails, type RunSummary, type SignedEvidence } from './schema';

export async function insertRun(
  tx: ConsoleTx,
  run: RunSummary,
  details: CanaryDetails,
  { payload, signature, keyId }: SignedEvidence,
): Promise<void> {
  await tx.canaryRun.create({
    data: {
      ...run,
      details: details,
      evidence: payload,
      signature,
      keyId,
    },
    select: { id: true },
  });
}

export async function findHistory(length: number): Promise<RunSummary[]> {
  const rows = await consoleDb().canaryRun.findMany({
    orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
    take: length,
    select: summaryColumns,
  });
  return rows.map(toSummary);
}

export interface StoredRun extends RunSummary {
  details: CanaryDetails;
  signed: SignedEvidence;
}

export async function findRun(id: string): Promise<StoredRun | null> {
  const row = await consoleDb().canaryRun.findUnique({
    where: { id },
    select: { ...summaryColumns, details: true, evidence: true, signature: true, keyId: true },
  });
  if (!row) return null;
  const { details, evidence, signature, keyId, ...summary } = row;
  return {
    ...toSummary(summary),
    details: detailsSchema.parse(details),
    signed: { payload: evidenceSchema.parse(evidence), algorithm: 'Ed25519', signature, keyId },
  };
}

/** What the database lets a tenant have: the newest signed evidence. */
export async function findEvidence(scope: TenantScope): Promise<SignedEvidence | null> {
  const rows = await tenantDb(scope).$queryRaw<{ evidence: unknown; signature: string; key_id: string }[]>`
    SELECT evidence, signature, key_id FROM app.isolation_evidence()`;
  const [row] = rows;
  if (!row) return null;
  return {
    payload: evidenceSchema.parse(row.evidence),
    algorithm: 'Ed25519',
    signature: row.signature,
    keyId: row.key_id,
  };
}

const summaryColumns = {
  id: true,
  startedAt: true,
  finishedAt: true,
  startedBy: true,
  tables: true,
  attempts: true,
  leaks: true,
  drift: true,
} as const;

type SummaryRow = Prisma.CanaryRunGetPayload<{ select: typeof summaryColumns }>;

function toSummary({ startedAt, finishedAt, ...row }: SummaryRow): RunSummary {
  return { ...row, startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString() };
}
