'use client';

import { useState } from 'react';
import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { applyTheme } from '@/components/ui/apply-theme';
import { Avatar } from '@/components/ui/avatar';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { THEMES } from '@/components/ui/theme';
import type { ShellAccount } from './shell-types';

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

export function AccountMenu({ account }: { account: ShellAccount }) {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState(account.theme);
  const entries: MenuEntry[] = [
    {
      kind: 'note',
      id: 'who',
      content: (
        <>
          <span className="block truncate font-medium text-text">{account.name}</span>
          <span className="block truncate">{account.email}</span>
        </>
      ),
    },
    { kind: 'separator', id: 'after-who' },
    ...account.links.map((link): MenuEntry => ({ kind: 'link', id: link.href, ...link })),
    { kind: 'separator', id: 'after-links' },
    ...THEMES.map((value): MenuEntry => {
      const Icon = THEME_ICONS[value];
      return {
        kind: 'check',
        id: value,
        label: t(`account.theme.${value}`),
        icon: <Icon aria-hidden="true" />,
        checked: theme === value,
        onSelect: () => {
          setTheme(value);
          applyTheme(value);
        },
      };
    }),
    { kind: 'separator', id: 'after-theme' },
    {
      kind: 'action',
      id: 'sign-out',
      label: t('account.signOut'),
      icon: <LogOut aria-hidden="true" className="rtl:-scale-x-100" />,
      onSelect: () => void account.signOut(),
    },
  ];
  return (
    <Menu
      trigger="custom"
      label={t('account.label', { name: account.name })}
      className="grid size-control place-items-center rounded-full"
      content={<Avatar name={account.name} />}
      entries={entries}
    />
  );
}
