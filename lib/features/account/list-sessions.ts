import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { deviceInWords } from '@/lib/platform/user-agent';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { SessionRow } from './schema';

/** One's own living sessions: this one first, then the most recently used. */
export async function listSessions(ctx: MemberContext): Promise<SessionRow[]> {
  const rows = await tenantDb(ctx).memberSession.findMany({
    where: { memberId: ctx.actor.id, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
    select: { id: true, ip: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    current: row.id === ctx.actor.sessionId,
    device: deviceInWords(row.userAgent),
    ip: row.ip,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
  return sessions.sort((a, b) => Number(b.current) - Number(a.current));
}
