import 'server-only';
import type { NavGroup } from '@/components/shell/shell-types';
import { consoleCan, type ConsoleContext } from '@/lib/core/access/context';
import { consoleNavigation } from '@/lib/core/access/navigation';
import { translator } from '@/lib/messages/translator';

/** The console's sidebar for this super-admin's role. */
export function consoleNavigationFor(ctx: ConsoleContext): NavGroup[] {
  const t = translator('console');
  const items = consoleNavigation.filter((item) => consoleCan(ctx, item.permission));
  const groups = [...new Set(items.map((item) => item.group))];
  return groups.map((group) => ({
    label: t(`nav.${group}`),
    items: items
      .filter((item) => item.group === group)
      .map((item) => ({ label: t(`nav.${item.key}`), href: item.href, icon: item.icon })),
  }));
}
