import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { dnsRecords } from '@/lib/core/email/dns-records';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { notFound } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { compareRecords } from './doctor';
import { displayName } from './domain-name';
import { mailLook } from './mail-look';
import { evidenceOf, noEvidence, patientOf } from './read-domain';
import { requireDomains } from './require-domains';
import type { MailRecords } from './schema';
import { findDomain } from './store';

/**
 * Sends the records to whoever runs the DNS: one address, a few times an hour, with nothing in it that the sender wrote.
 * @throws AppError not_found, forbidden, rate_limited
 */
export async function mailDnsRecords(ctx: MemberContext, { id, email }: MailRecords): Promise<void> {
  await requireDomains(ctx, 'domains.manage');
  const db = tenantDb(ctx);
  const row = await findDomain(db, id);
  await takeAttempts(db, ctx.tenantId, { 'domain-mail:address': email.toLowerCase(), 'domain-mail:tenant': '' });
  const mailing = await mailLook(ctx);
  if (!mailing) throw notFound();
  const { look, timeZone, locale } = mailing;
  const records = compareRecords({ ...patientOf(row), evidence: evidenceOf(row) ?? noEvidence() });
  const mail = dnsRecords({
    brand: look,
    email,
    locale,
    timeZone,
    domain: displayName(row.host),
    records: records.map(({ record }) => record),
    until: row.ownership === 'verified' ? null : row.challengeExpiresAt,
  });
  await db.$transaction(async (tx) => {
    await enqueueJob(tx, 'send-mail', {
      tenantId: ctx.tenantId,
      mail: { ...mail, from: look.tokens.displayName, to: email },
    });
    const changes = { email: { before: null, after: email } };
    await recordEvent(tx, ctx, 'domain.records_mailed', { type: 'domain', id: row.id, label: row.host }, changes);
  });
}
