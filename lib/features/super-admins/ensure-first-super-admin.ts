import 'server-only';
import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { randomToken } from '@/lib/platform/secrets';
import { consoleDb } from '@/lib/tenancy/console-client';

export interface FirstSuperAdmin {
  email: string;
  /** Known only to whoever created the account: null where there was one already. */
  password: string | null;
  created: boolean;
}

const defaultEmail = 'admin@portico.local';
const ctx: ConsoleContext<SystemActor> = { actor: { type: 'system', name: 'First run' }, request: systemRequest() };

/**
 * The owner that a new installation starts with. Creates nothing where any super-admin exists, also when several nodes start at
 * once. Generates a password where none is given; printing or keeping it is the caller's part.
 */
export async function ensureFirstSuperAdmin(
  given: { email?: string; password?: string } = {},
): Promise<FirstSuperAdmin> {
  const email = (given.email ?? defaultEmail).trim().toLowerCase();
  const password = given.password ?? randomToken().slice(0, 24);
  const passwordHash = await hashPassword(password);
  return consoleDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('portico.first-super-admin', 0))::text`;
    const existing = await tx.superAdmin.findFirst({
      where: { role: 'owner' },
      orderBy: { createdAt: 'asc' },
      select: { email: true },
    });
    if (existing) return { email: existing.email, password: null, created: false };
    const { id } = await tx.superAdmin.create({
      data: { email, name: 'Owner', role: 'owner', passwordHash },
      select: { id: true },
    });
    await recordPlatformEvent(tx, ctx, 'super_admin.created', { type: 'super_admin', id, label: email });
    return { email, password, created: true };
  });
}
