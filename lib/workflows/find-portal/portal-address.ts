import 'server-only';
import { hostOrigin, portalHost } from '@/lib/platform/origins';

/** Where a short name leads. Nothing is looked up: whether a portal is there, its address says by itself. */
export function portalAddress(slug: string): { location: string } {
  return { location: `${hostOrigin(portalHost(slug))}/` };
}
