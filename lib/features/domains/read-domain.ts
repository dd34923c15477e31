import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import type { Domain } from '@/lib/generated/prisma/client';
import { env } from '@/lib/platform/env';
import { hostOrigin } from '@/lib/platform/origins';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { compareRecords, diagnose } from './doctor';
import { displayName, isApexName } from './domain-name';
import { evidenceSchema, type Evidence } from './evidence';
import { requireDomains } from './require-domains';
import { offAt } from './rules';
import type {
  DomainDetail,
  DomainStatus,
  DomainSurface,
  CertificateState,
  OwnershipState,
  RoutingState,
  Subject,
} from './schema';
import { findDomain, readCertificateLedger } from './store';

/** A domain with its records, its three states, their history and what the doctor says. @throws AppError not_found, forbidden */
export async function readDomain(ctx: TenantContext, id: string): Promise<DomainDetail> {
  await requireDomains(ctx, 'domains.view');
  const db = tenantDb(ctx);
  const row = await findDomain(db, id);
  const [host, sitePrimary, certificateLedger, history] = await Promise.all([
    db.host.findFirst({ where: { host: row.host }, select: { id: true, isPrimary: true } }),
    db.host.findFirst({ where: { surface: 'site', isPrimary: true }, select: { host: true } }),
    readCertificateLedger(db, row.host),
    db.domainCheck.findMany({ where: { domainId: row.id }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 50 }),
  ]);
  const evidence = evidenceOf(row);
  const patient = { ...patientOf(row), evidence: evidence ?? noEvidence() };
  return {
    ...factsOf(row),
    hostId: host?.id ?? null,
    isPrimary: host?.isPrimary ?? false,
    sitePrimary: sitePrimary && displayName(sitePrimary.host),
    records: compareRecords(patient),
    findings: evidence ? diagnose(patient) : [],
    certificateFacts: evidence?.certificate ?? null,
    certificateLedger,
    history: history.map(({ id: entry, subject, before, after, at }) => ({
      ...{ id: entry, before, after },
      subject: subject as Subject,
      at: at.toISOString(),
    })),
  };
}

/** What the records are made of, whether or not anything was seen yet. */
export function patientOf({ host, challenge }: Pick<Domain, 'host' | 'challenge'>) {
  return { host, challenge, isApex: isApexName(host), caaIssuer: env().domainCaaIssuer };
}

export function evidenceOf({ evidence }: Pick<Domain, 'evidence'>): Evidence | null {
  const parsed = evidenceSchema.safeParse(evidence);
  return parsed.success ? parsed.data : null;
}

export function noEvidence(): Evidence {
  const { domainTarget: target, domainAddresses: addresses } = env();
  const nothing = { txt: [], txtDoubled: [], txtBare: [], cname: [], a: [], aaaa: [], caa: [] };
  return { ...nothing, target, addresses, proof: null, certificate: null };
}

function factsOf(row: Domain) {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: row.id,
    host: row.host,
    display: displayName(row.host),
    url: hostOrigin(row.host),
    // CHECKs hold the words.
    surface: row.surface as DomainSurface,
    status: row.status as DomainStatus,
    ownership: { state: row.ownership as OwnershipState, since: row.ownershipSince.toISOString() },
    routing: { state: row.routing as RoutingState, since: row.routingSince.toISOString() },
    certificate: { state: row.certificate as CertificateState, since: row.certificateSince.toISOString() },
    challengeExpiresAt: row.challengeExpiresAt.toISOString(),
    checkedAt: iso(row.checkedAt),
    nextCheckAt: iso(row.nextCheckAt),
    invalidSince: iso(row.invalidSince),
    offAt: row.status === 'trouble' ? iso(offAt(row.invalidSince)) : null,
    createdAt: row.createdAt.toISOString(),
  };
}
