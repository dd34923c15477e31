'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { openMemberPage } from '@/lib/http/page';
import { requireOrigin } from '@/lib/http/require-origin';
import { tenantHost } from '@/lib/http/tenant-request';
import { signOutMember } from '@/lib/workflows/sign-in/sign-out';

/** A session that has ended meanwhile leads to the sign-in page like any page does, instead of failing. */
export async function signOutAction(): Promise<void> {
  const ctx = await openMemberPage(null);
  requireOrigin(await headers(), (await tenantHost('portal')).host);
  await signOutMember(ctx);
  redirect('/sign-in');
}
