import 'server-only';
import { LRUCache } from 'lru-cache';
import { proposeColours } from '@/lib/core/branding/logo-colours';
import type { TenantScope } from '@/lib/tenancy/context';
import { readBrandAsset } from './read-asset';

/** The colours that a stored logo proposes. @param url its path, which names its content */
export async function storedColours(scope: TenantScope, url: string | undefined): Promise<string[]> {
  const file = url?.slice(url.lastIndexOf('/') + 1);
  if (file === undefined) return [];
  const held = found.get(file);
  if (held) return held;
  const picture = await readBrandAsset(scope, file);
  if (!picture) return [];
  const colours = await proposeColours(Buffer.from(await new Response(picture.body).arrayBuffer()));
  found.set(file, colours);
  return colours;
}

/** By content: the same picture proposes the same colours, whoever's it is. */
const found = new LRUCache<string, string[]>({ max: 1_000 });
