import 'server-only';
import { env } from '@/lib/platform/env';

/** The installation's own names: what lies under them is handed out, never brought along. */
export function ownNames(): string[] {
  const { rootDomain, sitesDomain, domainTarget } = env();
  return [rootDomain, sitesDomain, domainTarget].map((domain) => domain.split(':')[0] ?? domain);
}
