'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { memberContext, tenantHost } from '@/lib/http/tenant-request';
import { requireOrigin } from '@/lib/http/require-origin';
import { signOutMember } from '@/lib/workflows/sign-in/sign-out';

export async function signOutAction(): Promise<void> {
  const ctx = await memberContext();
  requireOrigin(await headers(), (await tenantHost('portal')).host);
  await signOutMember(ctx);
  redirect('/sign-in');
}
