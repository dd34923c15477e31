import { z } from 'zod';

export const domainSurfaces = ['portal', 'site'] as const;
export type DomainSurface = (typeof domainSurfaces)[number];

/** In the order in which somebody who looks for trouble wants them. */
export const domainStatuses = ['trouble', 'off', 'waiting', 'verified', 'active', 'expired'] as const;
export type DomainStatus = (typeof domainStatuses)[number];

export const ownershipStates = ['waiting', 'verified', 'lost', 'expired', 'refused'] as const;
export type OwnershipState = (typeof ownershipStates)[number];

export const routingStates = ['waiting', 'direct', 'proxied', 'wrong'] as const;
export type RoutingState = (typeof routingStates)[number];

export const certificateStates = ['none', 'waiting', 'valid', 'faulty'] as const;
export type CertificateState = (typeof certificateStates)[number];

export const subjects = ['ownership', 'routing', 'certificate'] as const;
export type Subject = (typeof subjects)[number];

/** The name as it was typed; the server makes its normal form. Issue messages are keys of `domains` under `problem`. */
const typedName = z.string().trim().min(1, 'required').max(300, 'malformed');

export const addDomainSchema = z.strictObject({ domain: typedName, surface: z.enum(domainSurfaces) });
export type AddDomain = z.infer<typeof addDomainSchema>;

export const domainIdSchema = z.strictObject({ id: z.uuid() });

/** One way only: see change-surface.ts. */
export const changeSurfaceSchema = z.strictObject({ id: z.uuid(), surface: z.literal('site') });
export type ChangeSurface = z.infer<typeof changeSurfaceSchema>;

export const hostIdSchema = z.strictObject({ hostId: z.uuid() });

export const mailRecordsSchema = z.strictObject({ id: z.uuid(), email: z.email('email').max(254) });
export type MailRecords = z.infer<typeof mailRecordsSchema>;

/** One record to be made at the DNS provider. */
export const recordSchema = z.object({
  purpose: z.enum(['ownership', 'routing']),
  type: z.enum(['TXT', 'CNAME', 'A', 'AAAA']),
  name: z.string(),
  value: z.string(),
});
export type DnsRecord = z.infer<typeof recordSchema>;

/** What the doctor says: a key of `domains` under `doctor`, and the values in it. */
export const findingSchema = z.object({
  key: z.string(),
  tone: z.enum(['positive', 'info', 'warning', 'negative']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof findingSchema>;

/** What one resolver said of one record, beside what is expected. */
export const seenSchema = z.object({
  server: z.string(),
  state: z.enum(['right', 'wrong', 'missing', 'silent']),
  found: z.array(z.string()),
  ms: z.number(),
});
export const recordSeenSchema = z.object({ record: recordSchema, seen: z.array(seenSchema) });
export type RecordSeen = z.infer<typeof recordSeenSchema>;

/** An address of the tenant: a name under our own domains, or a domain of its own, whatever its state. */
export const addressSchema = z.object({
  /** The domain's id; null for a name under our own domains. */
  domainId: z.uuid().nullable(),
  /** Of the host in service; null before. */
  hostId: z.uuid().nullable(),
  host: z.string(),
  display: z.string(),
  url: z.string(),
  surface: z.enum(domainSurfaces),
  status: z.enum(domainStatuses),
  isPrimary: z.boolean(),
  checkedAt: z.iso.datetime().nullable(),
  /** Moment at which a domain in trouble is switched off. */
  offAt: z.iso.datetime().nullable(),
});
export type Address = z.infer<typeof addressSchema>;

export const addressListSchema = z.object({
  addresses: z.array(addressSchema),
  /** The quota `quota.hosts`; null is no limit. */
  limit: z.number().nullable(),
});
export type AddressList = z.infer<typeof addressListSchema>;

const stateOf = <S extends z.ZodType>(state: S) => z.object({ state, since: z.iso.datetime() });

export const domainDetailSchema = z.object({
  id: z.uuid(),
  host: z.string(),
  display: z.string(),
  url: z.string(),
  surface: z.enum(domainSurfaces),
  status: z.enum(domainStatuses),
  hostId: z.uuid().nullable(),
  isPrimary: z.boolean(),
  /** The address that the tenant's other site addresses lead to; null where it has none. */
  sitePrimary: z.string().nullable(),
  ownership: stateOf(z.enum(ownershipStates)),
  routing: stateOf(z.enum(routingStates)),
  certificate: stateOf(z.enum(certificateStates)),
  challengeExpiresAt: z.iso.datetime(),
  checkedAt: z.iso.datetime().nullable(),
  nextCheckAt: z.iso.datetime().nullable(),
  invalidSince: z.iso.datetime().nullable(),
  offAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  records: z.array(recordSeenSchema),
  findings: z.array(findingSchema),
  /** What is known of the certificate; null before one was seen. */
  certificateFacts: z.object({ issuer: z.string(), validTo: z.iso.datetime() }).nullable(),
  /** What the ledger of certificates says of it, and of the tenant's budget of new ones. */
  certificateLedger: z.object({
    /** When the TLS terminator was last told that it may get one; null before the first time. */
    askedAt: z.iso.datetime().nullable(),
    limit: z.number().int(),
    /** When a new one can be had again; null where it can be had now. */
    freeAt: z.iso.datetime().nullable(),
  }),
  history: z.array(
    z.object({
      id: z.uuid(),
      subject: z.enum(subjects),
      before: z.string(),
      after: z.string(),
      at: z.iso.datetime(),
    }),
  ),
});
export type DomainDetail = z.infer<typeof domainDetailSchema>;

export const consoleDomainsQuerySchema = z.object({
  q: z
    .string()
    .max(253)
    .optional()
    .transform((value) => value?.trim().toLowerCase() ?? ''),
  status: z.enum(domainStatuses).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type ConsoleDomainsQuery = z.output<typeof consoleDomainsQuerySchema>;

export const consoleDomainSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  tenantSlug: z.string(),
  tenantName: z.string(),
  host: z.string(),
  display: z.string(),
  surface: z.enum(domainSurfaces),
  status: z.enum(domainStatuses),
  ownership: z.enum(ownershipStates),
  routing: z.enum(routingStates),
  certificate: z.enum(certificateStates),
  checkedAt: z.iso.datetime().nullable(),
  invalidSince: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ConsoleDomain = z.infer<typeof consoleDomainSchema>;

export const consoleDomainsSchema = z.object({
  data: z.array(consoleDomainSchema),
  page: z.number().int(),
  pages: z.number().int(),
});
export type ConsoleDomains = z.infer<typeof consoleDomainsSchema>;

export const consoleDomainIdSchema = z.strictObject({ tenantId: z.uuid(), id: z.uuid() });
export type ConsoleDomainId = z.infer<typeof consoleDomainIdSchema>;

export const forceReleaseSchema = consoleDomainIdSchema.extend({
  reason: z.string().trim().min(3, 'required').max(300),
});
export type ForceRelease = z.infer<typeof forceReleaseSchema>;
