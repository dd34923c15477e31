import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { contentChanges, keepEdit } from './keep-edit';
import { requirePages } from './require-pages';
import { editedContent, lockRevision, readVersionContent } from './store';
import type { RestoreVersion } from './schema';

/**
 * Brings an earlier version back as the page's draft: the site shows it once it is published.
 * @throws AppError not_found (also for another page's version), forbidden, conflict, validation_failed
 */
export async function restoreVersion(
  ctx: MemberContext,
  { id, updatedAt, versionId }: RestoreVersion,
): Promise<{ updatedAt: string }> {
  await requirePages(ctx, 'site.manage');
  return tenantDb(ctx).$transaction(async (tx) => {
    const page = await lockRevision(tx, id, updatedAt);
    const content = await readVersionContent(tx, page, versionId);
    const saved = await keepEdit(tx, ctx, page, content);
    const changes = contentChanges(editedContent(page), content);
    await recordEvent(tx, ctx, 'page.version_restored', { type: 'page', id, label: content.title }, changes);
    return saved;
  });
}
