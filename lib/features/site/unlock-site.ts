import 'server-only';
import { verifyPassword } from '@/lib/core/passwords/hash-password';
import { clearAttempts, takeAttempts } from '@/lib/core/sessions/attempts';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { accessValue } from './live-site';
import { readRow } from './store';

/**
 * What a visitor's cookie is to hold who typed the site's password; null for a wrong one, and where there is none.
 * @throws AppError rate_limited
 */
export async function unlockSite(scope: TenantScope, password: string, ip: string | null): Promise<string | null> {
  const db = tenantDb(scope);
  const network = ip ?? 'unknown';
  await takeAttempts(db, scope.tenantId, { 'unlock:network': network, 'unlock:site': 'site' });
  const row = await readRow(db);
  const isRight = await verifyPassword(password, row?.passwordHash ?? null);
  if (!isRight || !row?.passwordVersion) return null;
  await clearAttempts(db, scope.tenantId, 'unlock:network', network);
  return accessValue(scope, row.passwordVersion);
}
