'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requireConsoleHost } from '@/lib/http/console-request';
import { openConsolePage } from '@/lib/http/page';
import { requireOrigin } from '@/lib/http/require-origin';
import { signOutSuperAdmin } from '@/lib/workflows/sign-in/sign-out';

/** A session that has ended meanwhile leads to the sign-in page like any page does, instead of failing. */
export async function signOutAction(): Promise<void> {
  const ctx = await openConsolePage(null);
  requireOrigin(await headers(), await requireConsoleHost());
  await signOutSuperAdmin(ctx);
  redirect('/sign-in');
}
