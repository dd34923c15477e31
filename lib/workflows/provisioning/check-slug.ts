import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { slugProblem, suggestSlugs } from '@/lib/edge/slug';
import { portalHost, siteHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { SlugAnswer } from './schema';

/**
 * Whether an address can be had now, and others that can. Only the reservation itself decides; this is for the person who types.
 * @param name of the organisation, from which suggestions are made
 */
export async function checkSlug(
  ctx: ConsoleContext,
  { slug, name }: { slug: string; name: string },
): Promise<SlugAnswer> {
  requireConsolePermission(ctx, 'tenants.create');
  const wanted = slug.trim().toLowerCase();
  const problem = slugProblem(wanted);
  const state =
    problem === 'reserved' ? 'reserved' : problem ? 'invalid' : (await isSlugTaken(wanted)) ? 'taken' : 'free';
  return { slug: wanted, state, suggestions: state === 'free' ? [] : await freeSlugs(name || wanted) };
}

/** A slug is taken by a tenant of any status, and by whoever holds one of its two hosts. */
export async function isSlugTaken(slug: string): Promise<boolean> {
  return (await takenOf([slug])).size > 0;
}

async function freeSlugs(name: string): Promise<string[]> {
  const first = suggestSlugs(name, new Set());
  const taken = await takenOf(first);
  // A second look covers the endings that stood behind the taken ones.
  return taken.size === 0 ? first : removeTaken(suggestSlugs(name, taken));
}

async function removeTaken(slugs: string[]): Promise<string[]> {
  const taken = await takenOf(slugs);
  return slugs.filter((slug) => !taken.has(slug));
}

async function takenOf(slugs: string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set();
  const slugOfHost = new Map(
    slugs.flatMap((slug) => [portalHost(slug), siteHost(slug)].map((host): [string, string] => [host, slug])),
  );
  const db = consoleDb();
  const [tenants, hosts] = await Promise.all([
    db.tenant.findMany({ where: { slug: { in: slugs } }, select: { slug: true } }),
    db.host.findMany({ where: { host: { in: [...slugOfHost.keys()] } }, select: { host: true } }),
  ]);
  return new Set([...tenants.map(({ slug }) => slug), ...hosts.map(({ host }) => slugOfHost.get(host) ?? '')]);
}
