import 'server-only';
import { consoleDb } from '@/lib/tenancy/console-client';

const KEPT_DAYS = 400;
/** Of a domain: its page shows fifty, and one that changes every hour must not fill the table. */
const KEPT_OF_EACH = 200;

/** Forgets changes of domains' states that are more than a year old, but never a subject's newest; and all beyond a domain's newest 200. */
export async function sweepChecks(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await consoleDb().$executeRaw`
    DELETE FROM "public".domain_checks c WHERE c.at < ${before} AND EXISTS (
      SELECT FROM "public".domain_checks n
      WHERE n.tenant_id = c.tenant_id AND n.domain_id = c.domain_id AND n.subject = c.subject AND n.at > c.at)`;
  await consoleDb().$executeRaw`
    DELETE FROM "public".domain_checks c USING (
      SELECT tenant_id, domain_id FROM "public".domain_checks GROUP BY 1, 2 HAVING count(*) > ${KEPT_OF_EACH}::integer
    ) many
    WHERE c.tenant_id = many.tenant_id AND c.domain_id = many.domain_id AND c.id NOT IN (
      SELECT n.id FROM "public".domain_checks n WHERE n.tenant_id = c.tenant_id AND n.domain_id = c.domain_id
      ORDER BY n.at DESC, n.id DESC LIMIT ${KEPT_OF_EACH}::integer)`;
}
