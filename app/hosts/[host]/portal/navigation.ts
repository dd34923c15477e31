import 'server-only';
import type { NavGroup } from '@/components/shell/shell-types';
import { can, type MemberContext } from '@/lib/core/access/context';
import { portalNavigation } from '@/lib/core/access/navigation';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { translator } from '@/lib/messages/translator';

/** The sidebar of this member: what the role may not see and the plan does not include is not there. */
export async function portalNavigationFor(ctx: MemberContext): Promise<NavGroup[]> {
  const t = translator('dashboard');
  const allowed = portalNavigation.filter((item) => can(ctx, item.permission));
  const enabled = await Promise.all(
    allowed.map(async (item) => !('feature' in item) || (await isEnabled(ctx, item.feature))),
  );
  const items = allowed.filter((_, i) => enabled[i]);
  const groups = [...new Set(items.map((item) => item.group))];
  return groups.map((group) => ({
    ...(group === 'overview' ? {} : { label: t(`nav.${group}`) }),
    items: items
      .filter((item) => item.group === group)
      .map((item) => ({ label: t(`nav.${item.key}`), href: item.href, icon: item.icon })),
  }));
}
