'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { consoleContext, requireConsoleHost } from '@/lib/http/console-request';
import { requireOrigin } from '@/lib/http/require-origin';
import { signOutSuperAdmin } from '@/lib/workflows/sign-in/sign-out';

export async function signOutAction(): Promise<void> {
  const ctx = await consoleContext();
  requireOrigin(await headers(), await requireConsoleHost());
  await signOutSuperAdmin(ctx);
  redirect('/sign-in');
}
