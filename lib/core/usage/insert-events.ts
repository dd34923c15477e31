import 'server-only';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** One metered fact of a tenant. */
export interface UsageEvent {
  /** UUIDv7; the same event inserted twice counts once. */
  readonly id: string;
  readonly at: Date;
  readonly meter: string;
  readonly value: number;
  readonly surface: string;
  readonly route: string;
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly memberId: string | null;
}

/**
 * Writes a batch in one statement, whose text does not depend on the number of rows: one prepared statement serves them all.
 * @returns how many were new
 */
export async function insertUsageEvents(scope: TenantScope, events: readonly UsageEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  return tenantDb(scope).$executeRaw`
    INSERT INTO "public"."usage_events" (tenant_id, at, id, meter, value, surface, route, status, duration_ms, member_id)
    SELECT ${scope.tenantId}::uuid, e.at, e.id, e.meter, e.value, e.surface, e.route, e.status, e."durationMs", e."memberId"
    FROM json_to_recordset(${JSON.stringify(events)}::json) AS e(
      at timestamptz, id uuid, meter text, value bigint, surface text, route text, status integer, "durationMs" integer, "memberId" uuid)
    ON CONFLICT DO NOTHING`;
}
