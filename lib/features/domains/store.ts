import 'server-only';
import type { Domain, Host } from '@/lib/generated/prisma/client';
import { notFound } from '@/lib/platform/errors';
import { isUuid } from '@/lib/platform/ids';
import { hostOrigin } from '@/lib/platform/origins';
import { WEEKLY_CERTIFICATES } from '@/lib/tenancy/host-directory';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { displayName } from './domain-name';
import { offAt } from './rules';
import type { Address, DomainDetail, DomainStatus, DomainSurface } from './schema';

type Db = Pick<TenantTx, 'domain' | 'host' | 'domainCheck' | '$queryRaw'>;

/** A domain of the tenant. @throws AppError not_found */
export async function findDomain(db: Db, id: string): Promise<Domain> {
  const row = isUuid(id) ? await db.domain.findFirst({ where: { id } }) : null;
  if (!row) throw notFound();
  return row;
}

/** The same, held until the transaction ends. @throws AppError not_found */
export async function lockDomain(tx: Db, id: string): Promise<Domain> {
  await tx.$queryRaw`SELECT 1 FROM "public".domains WHERE id = ${id}::uuid FOR UPDATE`;
  return findDomain(tx, id);
}

/** Whether nobody else has the name, and it is not kept for a former tenant of it. */
export async function mayClaim(db: Db, host: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ free: boolean }[]>`SELECT app.may_claim_domain(${host}) AS free`;
  return rows[0]?.free ?? false;
}

/** What the TLS terminator was told of a host of the entered tenant, and what is left of the week's budget. */
export async function readCertificateLedger(db: Db, host: string): Promise<DomainDetail['certificateLedger']> {
  const [row] = await db.$queryRaw<{ askedAt: Date | null; freeAt: Date | null }[]>`
    SELECT asked_at AS "askedAt", free_at AS "freeAt" FROM app.own_certificate(${host}, ${WEEKLY_CERTIFICATES}::integer)`;
  const [askedAt, freeAt] = [row?.askedAt?.toISOString() ?? null, row?.freeAt?.toISOString() ?? null];
  return { askedAt, freeAt, limit: WEEKLY_CERTIFICATES };
}

/** Hosts in service and domains on their way: what counts against the quota. */
export async function countAddresses(db: Db): Promise<number> {
  const hosts = await db.host.findMany({ select: { host: true } });
  const waiting = await db.domain.count({ where: { host: { notIn: hosts.map(({ host }) => host) } } });
  return hosts.length + waiting;
}

export async function readAddresses(db: Db): Promise<Address[]> {
  const order = [{ surface: 'asc' }, { host: 'asc' }] as const;
  const [hosts, domains] = await Promise.all([
    db.host.findMany({ orderBy: [...order] }),
    db.domain.findMany({ orderBy: [...order] }),
  ]);
  const own = hosts.filter(({ kind, host }) => kind === 'subdomain' || !domains.some((domain) => domain.host === host));
  const rows = [
    ...own.map(toSubdomain),
    ...domains.map((domain) =>
      toAddress(
        domain,
        hosts.find(({ host }) => host === domain.host),
      ),
    ),
  ];
  return rows.sort(
    (a, b) =>
      a.surface.localeCompare(b.surface) || Number(b.isPrimary) - Number(a.isPrimary) || a.host.localeCompare(b.host),
  );
}

function toSubdomain({ id, host, surface, status, isPrimary }: Host): Address {
  return {
    ...{ host, isPrimary },
    domainId: null,
    hostId: id,
    display: displayName(host),
    url: hostOrigin(host),
    surface: surface as DomainSurface,
    status: status === 'active' ? 'active' : 'off',
    checkedAt: null,
    offAt: null,
  };
}

function toAddress(domain: Domain, host: Host | undefined): Address {
  return {
    domainId: domain.id,
    hostId: host?.id ?? null,
    host: domain.host,
    display: displayName(domain.host),
    url: hostOrigin(domain.host),
    // CHECKs hold the words.
    surface: domain.surface as DomainSurface,
    status: domain.status as DomainStatus,
    isPrimary: host?.isPrimary ?? false,
    checkedAt: domain.checkedAt?.toISOString() ?? null,
    offAt: domain.status === 'trouble' ? (offAt(domain.invalidSince)?.toISOString() ?? null) : null,
  };
}
