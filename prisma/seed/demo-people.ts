import { uuidv7 } from '@/lib/platform/ids';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { DemoTenant } from './demo-tenants';

export interface DemoMember {
  id: string;
  name: string;
  email: string;
  role: string;
  joinedAt: Date;
}

const dayMs = 86_400_000;

/** The colleagues, who joined over the past three months. They share the admin's first-run password, so that every role can be tried. */
export async function addDemoPeople(scope: TenantScope, tenant: DemoTenant, password: string): Promise<DemoMember[]> {
  const db = tenantDb(scope);
  const hash = await hashPassword(password);
  for (const [name, role, daysAgo] of tenant.people) {
    const email = demoEmail(name, tenant.slug);
    if (await db.member.findFirst({ where: { email }, select: { id: true } })) continue;
    const createdAt = new Date(Date.now() - daysAgo * dayMs);
    await db.$transaction(async (tx) => {
      const { id } = await tx.member.create({
        data: {
          id: uuidv7(createdAt),
          email,
          name,
          role,
          createdAt,
          lastSeenAt: lastSeen(tenant.people.length, daysAgo),
        },
        select: { id: true },
      });
      await tx.memberPassword.create({ data: { memberId: id, hash } });
    });
  }
  const members = await db.member.findMany({ orderBy: { createdAt: 'asc' } });
  return members.map(({ id, name, email, role, createdAt }) => ({ id, name, email, role, joinedAt: createdAt }));
}

/** Most were here within the last working day, viewers less often. */
function lastSeen(colleagues: number, joinedDaysAgo: number): Date {
  const hoursAgo = 1 + ((joinedDaysAgo * 7 + colleagues) % 52);
  return new Date(Date.now() - Math.min(hoursAgo * 3_600_000, joinedDaysAgo * dayMs));
}

/** `Lucía Fernández` → `lucia.fernandez@acme.example`: a domain that can never receive mail (RFC 2606). */
export function demoEmail(name: string, slug: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ø', 'o')
    .toLowerCase();
  return `${plain.replace(/[^a-z]+/g, '.')}@${slug}.example`;
}
