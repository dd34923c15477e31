'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import dynamic from 'next/dynamic';
import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Kbd } from '@/components/ui/kbd';
import type { CommandGroup, CommandSearch, NavGroup } from './shell-types';

interface CommandTriggerProps {
  nav: readonly NavGroup[];
  commands: readonly CommandGroup[];
  search?: CommandSearch;
}

// Few page views open it, so none but those pay for its script.
const CommandMenu = dynamic(() => import('./command-menu').then((file) => file.CommandMenu), { ssr: false });

export function CommandTrigger({ nav, commands, search }: CommandTriggerProps) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const apple = useSyncExternalStore(never, onApple, () => false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setWanted(true);
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onPointerEnter={() => setWanted(true)}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
        className="flex h-control items-center gap-2 rounded-md px-2 text-muted hover:bg-hover hover:text-text md:w-56 md:border md:border-border md:bg-raised md:hover:bg-raised"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="flex-1 text-start max-md:sr-only">{t('command.open')}</span>
        <span aria-hidden="true" className="hidden md:inline">
          <Kbd>{apple ? '⌘ K' : 'Ctrl K'}</Kbd>
        </span>
      </button>
      {wanted && (
        <CommandMenu open={open} onClose={() => setOpen(false)} nav={nav} commands={commands} search={search} />
      )}
    </>
  );
}

function onApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

const never = () => () => undefined;
