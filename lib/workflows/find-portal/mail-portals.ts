import 'server-only';
import { platformEmailBrand } from '@/lib/core/email/platform-email-brand';
import { portalList } from '@/lib/core/email/portal-list';
import { sendEmail } from '@/lib/core/email/send-email';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Locale } from '@/lib/messages/locales';
import { logger } from '@/lib/platform/logger';
import { hostOrigin, rootHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/**
 * Sends an address the list of its portals, in the language it was asked for in, else in that of its first portal. To an address without
 * one nothing is sent: nobody can use us to mail strangers.
 */
export async function mailPortals(email: string, asked: Locale | null): Promise<void> {
  const portals = await portalsOf(email);
  const [first] = portals;
  if (first === undefined) return;
  const locale = asked ?? (await formatThere(first.scope, email));
  const brand = await platformEmailBrand(rootHost());
  const mail = portalList({ brand, email, locale, timeZone: 'UTC', portals });
  await sendEmail({ to: email, senderName: brand.tokens.displayName, email: mail });
}

interface Portal {
  name: string;
  url: string;
  scope: TenantScope;
}

async function portalsOf(email: string): Promise<Portal[]> {
  const db = consoleDb();
  const tenantIds = await tenantsOf(email);
  const [tenants, hosts] = await Promise.all([
    db.tenant.findMany({
      where: { id: { in: tenantIds }, status: 'active' },
      select: { id: true, name: true, placement: true },
      orderBy: { name: 'asc' },
    }),
    db.host.findMany({
      where: { tenantId: { in: tenantIds }, surface: 'portal', status: 'active', isPrimary: true },
      select: { tenantId: true, host: true },
    }),
  ]);
  const hostOf = new Map(hosts.map(({ tenantId, host }) => [tenantId, host]));
  return tenants.flatMap(({ id, name, placement }) => {
    const host = hostOf.get(id);
    return host === undefined
      ? []
      : [{ name, url: hostOrigin(host), scope: { tenantId: id, placement: placement as Placement } }];
  });
}

/** The member's own format in a tenant, else the tenant's. */
async function formatThere(scope: TenantScope, email: string): Promise<string> {
  const [member, tenant] = await Promise.all([
    tenantDb(scope).member.findFirst({ where: { email, status: 'active' }, select: { locale: true } }),
    tenantSettings(scope),
  ]);
  return member?.locale ?? tenant.locale;
}

async function tenantsOf(email: string): Promise<string[]> {
  const wanted = { where: { email, status: 'active' }, select: { tenantId: true } };
  const shared = await consoleDb().member.findMany({ ...wanted, take: PORTALS_MAX });
  const found = shared.map(({ tenantId }) => tenantId);
  const apart = await consoleDb().tenant.findMany({
    where: { placement: { not: 'shared' }, status: 'active' },
    select: { id: true, placement: true },
  });
  for (const { id, placement } of apart) {
    if (found.length >= PORTALS_MAX) break;
    const member = await memberIn({ tenantId: id, placement: placement as Placement }, wanted);
    if (member) found.push(id);
  }
  return found;
}

/** A place that can't be read keeps nobody from hearing of the other portals. */
async function memberIn(scope: TenantScope, wanted: Prisma.MemberFindFirstArgs): Promise<unknown> {
  try {
    return await tenantDb(scope).member.findFirst(wanted);
  } catch (error) {
    logger.warn({ err: error, tenantId: scope.tenantId }, 'the place of this tenant can not be read');
    return null;
  }
}

const PORTALS_MAX = 50;
