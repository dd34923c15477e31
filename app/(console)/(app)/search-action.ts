'use server';

import { z } from 'zod';
import type { CommandGroup } from '@/components/shell/shell-types';
import { searchTenants } from '@/lib/features/tenants/search-tenants';
import { defineConsoleAction } from '@/lib/http/define-action';
import { translator } from '@/lib/messages/translator';

const find = defineConsoleAction({
  permission: 'tenants.view',
  input: z.string().max(200),
  run: searchTenants,
});

/** What the command menu finds besides pages. Finding nothing is its answer to a refusal too. */
export async function searchConsole(query: string): Promise<CommandGroup[]> {
  const found = await find(query);
  if (!found.ok || found.data.length === 0) return [];
  const items = found.data.map(({ id, slug, name }) => {
    return { kind: 'link', id, label: name, hint: slug, icon: 'building', href: `/tenants/${slug}` } as const;
  });
  return [{ label: translator('tenants')('title'), items }];
}
