import type { Prisma } from '@/lib/generated/prisma/client';
import type { TenantAuditAction } from '@/lib/core/audit/actions';
import type { Changes } from '@/lib/core/audit/changes';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { DemoMember } from './demo-people';
import { randomFrom, type Random } from './random';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

const browsers = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.2 Mobile/15E148 Safari/604.1',
] as const;

type Row = Prisma.AuditEventCreateManyInput;

/** Ninety days of the tenant's log: sign-ins on working days, people joining, and the odd change of settings. Repeatable. */
export async function addDemoRecord(scope: TenantScope, members: readonly DemoMember[], days: number): Promise<void> {
  const random = randomFrom(`record ${members.map((member) => member.email).join()}`);
  const today = Math.floor(Date.now() / dayMs) * dayMs;
  const rows: Row[] = [];
  for (let day = days; day >= 1; day--) rows.push(...dayOf(random, members, today - day * dayMs));
  const db = tenantDb(scope);
  for (let from = 0; from < rows.length; from += 1_000) {
    await db.auditEvent.createMany({ data: rows.slice(from, from + 1_000), skipDuplicates: true });
  }
}

function dayOf(random: Random, members: readonly DemoMember[], dayStart: number): Row[] {
  const weekend = [0, 6].includes(new Date(dayStart).getUTCDay());
  const rows: Row[] = [];
  const admins = members.filter((member) => member.role === 'owner' || member.role === 'admin');
  for (const member of members) {
    if (member.joinedAt.getTime() >= dayStart + dayMs) continue;
    if (member.joinedAt.getTime() >= dayStart) {
      rows.push(event(random, member, member.joinedAt, 'member.joined', member, { role: [null, member.role] }));
      continue;
    }
    if (random.next() > (weekend ? 0.08 : member.role === 'viewer' ? 0.25 : 0.7)) continue;
    const at = new Date(dayStart + 7 * hourMs + random.below(9 * hourMs));
    if (random.next() < 0.04)
      rows.push(event(random, member, new Date(at.getTime() - 40_000), 'member.sign_in_failed', member));
    rows.push(event(random, member, at, 'member.signed_in', member));
    if (random.next() < 0.3)
      rows.push(event(random, member, new Date(at.getTime() + 6 * hourMs), 'member.signed_out', member));
  }
  if (!weekend && admins.length > 0 && random.next() < 0.22) {
    const admin = random.pick(
      admins.filter((member) => member.joinedAt.getTime() < dayStart).concat(admins.slice(0, 1)),
    );
    const at = new Date(dayStart + 9 * hourMs + random.below(7 * hourMs));
    rows.push(changeOf(random, admin, at));
  }
  return rows;
}

const settingsChanges: readonly Record<string, [string, string]>[] = [
  { dateFormat: ['long', 'iso'] },
  { dateFormat: ['iso', 'long'] },
  { billingContactName: ['Accounts', 'Accounts payable'] },
  { fiscalYearStartMonth: ['1', '4'] },
  { fiscalYearStartMonth: ['4', '1'] },
];

function changeOf(random: Random, admin: DemoMember, at: Date): Row {
  if (random.next() < 0.6) {
    return event(
      random,
      admin,
      at,
      'settings.changed',
      { id: null, label: 'Settings', type: 'settings' },
      random.pick(settingsChanges),
    );
  }
  return event(
    random,
    admin,
    at,
    'branding.draft_saved',
    { id: null, label: 'Brand', type: 'brand' },
    { radius: ['medium', random.pick(['small', 'large'])] },
  );
}

function event(
  random: Random,
  actor: DemoMember,
  at: Date,
  action: TenantAuditAction,
  target: { id: string | null; label: string; type: string } | DemoMember,
  changed: Record<string, [string | null, string]> = {},
): Row {
  const changes: Changes = Object.fromEntries(
    Object.entries(changed).map(([field, [before, after]]) => [field, { before, after }]),
  );
  const failed = action === 'member.sign_in_failed';
  return {
    id: random.idAt(at),
    at,
    action,
    actorType: failed ? 'visitor' : 'member',
    actorId: failed ? null : actor.id,
    actorLabel: failed ? 'visitor' : `${actor.name} <${actor.email}>`,
    targetType: 'type' in target ? target.type : 'member',
    targetId: target.id,
    targetLabel: 'label' in target ? target.label : target.email,
    changes,
    ip: `203.0.113.${1 + (actor.email.length % 40)}`,
    userAgent: browsers[actor.email.length % browsers.length] ?? null,
  };
}
