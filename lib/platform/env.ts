import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { readBucketUrl } from './bucket-url';

/** Every variable the process reads, validated once. A bad value stops the start and is named (docs/configuration.md). */
export type Env = ReturnType<typeof parseEnv>;

const hostWithPort = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9.-]+(:\d{1,5})?$/, 'must be a host name, optionally with a port');
const PORT_RANGE = 'must be between 1 and 65535';
const secret = z.string().min(32, 'must be at least 32 characters');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://');

const port = z.coerce.number().int().min(1, PORT_RANGE).max(65535, PORT_RANGE);
const listOf = (isEntry: (entry: string) => boolean, message: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((entry) => entry.trim()))
    .refine((entries) => entries.every(isEntry), message);

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PORT: z.coerce.number().int().min(1, PORT_RANGE).max(65535, PORT_RANGE).default(3000),
  ROOT_DOMAIN: hostWithPort.optional(),
  SITES_DOMAIN: hostWithPort.optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(16),
  AUTH_SECRET: secret,
  MASTER_KEY: secret,
  INTERNAL_TOKEN: secret.optional(),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().optional(),
  STORAGE_URL: z.string().superRefine(checkStorageUrl).optional(),
  // Read only to refuse what somebody may rely on in vain.
  TENANT_MODE: z
    .literal('multi', 'must be multi: one organisation is a tenant among possible others here')
    .default('multi'),
  TRUSTED_PROXIES: listOf(
    isNetwork,
    'must be IP addresses or networks such as 10.0.0.0/8, separated by commas',
  ).optional(),
  DNS_SERVERS: listOf(isServer, 'must be IP addresses, each optionally with a port, separated by commas').optional(),
  DOMAIN_TARGET: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9.-]+$/, 'must be a host name')
    .optional(),
  DOMAIN_ADDRESSES: listOf((entry) => isIP(entry) !== 0, 'must be IP addresses separated by commas').optional(),
  DOMAIN_CAA_ISSUER: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9.-]+$/, 'must be a host name')
    .default('letsencrypt.org'),
  DOMAIN_HTTP_PORT: port.default(80),
  DOMAIN_TLS_PORT: port.default(443),
  DOMAIN_ALLOW_PRIVATE: z.enum(['true', 'false']).default('false'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  PORTICO_DATA_DIR: z.string().default('.data'),
  PORTICO_SEED: z.enum(['demo', 'none']).optional(),
  PORTICO_SUPERADMIN_EMAIL: z.email().optional(),
  PORTICO_SUPERADMIN_PASSWORD: z.string().min(12, 'must be at least 12 characters').optional(),
});

/** Throws one Error whose message names each bad variable and says what it must be. Empty strings count as unset. */
export function parseEnv(source: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${describe(issue, given)}`);
    throw new Error(`Configuration: ${lines.join('; ')}.`);
  }
  const v = result.data;
  const dataDir = path.resolve(v.PORTICO_DATA_DIR);
  const rootDomain = v.ROOT_DOMAIN ?? `localhost:${v.PORT}`;
  return {
    production: v.NODE_ENV === 'production',
    port: v.PORT,
    rootDomain,
    sitesDomain: v.SITES_DOMAIN ?? (v.ROOT_DOMAIN ? `sites.${v.ROOT_DOMAIN}` : `sites.localhost:${v.PORT}`),
    databaseUrl: v.DATABASE_URL,
    databaseDirectUrl: v.DATABASE_DIRECT_URL ?? v.DATABASE_URL,
    /** Then DATABASE_URL names a pooler: no session, and no statement prepared in one, outlives a transaction. */
    pooled: v.DATABASE_DIRECT_URL !== undefined && v.DATABASE_DIRECT_URL !== v.DATABASE_URL,
    databasePoolSize: v.DATABASE_POOL_SIZE,
    authSecret: v.AUTH_SECRET,
    masterKey: v.MASTER_KEY,
    internalToken: v.INTERNAL_TOKEN,
    metricsToken: v.METRICS_TOKEN,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM ?? `no-reply@${rootDomain.split(':')[0]}`,
    storageUrl: v.STORAGE_URL ?? `file:${path.join(dataDir, 'files')}`,
    /** Empty: the system's own resolvers. */
    dnsServers: v.DNS_SERVERS ?? [],
    domainTarget: v.DOMAIN_TARGET ?? `edge.${rootDomain.split(':')[0]}`,
    /** Empty: what the target resolves to. */
    domainAddresses: v.DOMAIN_ADDRESSES ?? [],
    domainCaaIssuer: v.DOMAIN_CAA_ISSUER,
    domainHttpPort: v.DOMAIN_HTTP_PORT,
    domainTlsPort: v.DOMAIN_TLS_PORT,
    domainAllowPrivate: v.DOMAIN_ALLOW_PRIVATE === 'true',
    trustedProxies: v.TRUSTED_PROXIES ?? [],
    logLevel: v.LOG_LEVEL,
    dataDir,
    seed: v.PORTICO_SEED,
    superAdminEmail: v.PORTICO_SUPERADMIN_EMAIL,
    superAdminPassword: v.PORTICO_SUPERADMIN_PASSWORD,
  } as const;
}

/** Parsed at first use, so that importing a module never fails for want of a variable. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Tests point the process at another database. */
export function resetEnv(): void {
  cached = undefined;
}

let cached: Env | undefined;

/** `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`. */
function isNetwork(entry: string): boolean {
  const { 1: address = '', 2: bits } = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const family = isIP(address);
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128));
}

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`. */
function isServer(entry: string): boolean {
  if (isIP(entry) !== 0) return true;
  const parts = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(entry);
  return (
    parts !== null && isIP(parts[1] ?? parts[2] ?? '') !== 0 && Number(parts[3]) >= 1 && Number(parts[3]) <= 65_535
  );
}

function checkStorageUrl(url: string, context: z.RefinementCtx): void {
  if (url.startsWith('file:')) return;
  if (!url.startsWith('s3:')) return context.addIssue('must start with file: or s3:');
  try {
    readBucketUrl(url);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message.replace(/^STORAGE_URL:? /, '') : 'is not readable');
  }
}

function describe(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  if (issue.code !== 'invalid_type') return issue.message.replace(/^Invalid input: /, '');
  return String(issue.path[0]) in given ? `must be a ${issue.expected}` : 'is required';
}
