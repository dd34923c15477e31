import 'server-only';
import { porticoBrand } from '@/lib/core/branding/defaults';
import { portalList } from '@/lib/core/email/portal-list';
import { sendEmail } from '@/lib/core/email/send-email';
import { hostOrigin, rootHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';

/** Sends an address the list of its portals. To an address without one nothing is sent: nobody can use us to mail strangers. */
export async function mailPortals(email: string): Promise<void> {
  const portals = await portalsOf(email);
  if (portals.length === 0) return;
  const brand = { tokens: porticoBrand, homeUrl: hostOrigin(rootHost()) };
  const mail = portalList({ brand, email, locale: 'en', timeZone: 'UTC', portals });
  await sendEmail({ to: email, senderName: porticoBrand.displayName, email: mail });
}

async function portalsOf(email: string): Promise<{ name: string; url: string }[]> {
  const db = consoleDb();
  const members = await db.member.findMany({
    where: { email, status: 'active' },
    select: { tenantId: true },
    take: PORTALS_MAX,
  });
  const tenantIds = members.map(({ tenantId }) => tenantId);
  const [tenants, hosts] = await Promise.all([
    db.tenant.findMany({
      where: { id: { in: tenantIds }, status: 'active' },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    db.host.findMany({
      where: { tenantId: { in: tenantIds }, surface: 'portal', status: 'active', isPrimary: true },
      select: { tenantId: true, host: true },
    }),
  ]);
  const hostOf = new Map(hosts.map(({ tenantId, host }) => [tenantId, host]));
  return tenants.flatMap(({ id, name }) => {
    const host = hostOf.get(id);
    return host === undefined ? [] : [{ name, url: hostOrigin(host) }];
  });
}

const PORTALS_MAX = 50;
