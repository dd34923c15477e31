'use client';

import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useRouter } from 'next/navigation';
import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Modal } from '@/components/ui/modal';
import { Spinner } from '@/components/ui/spinner';
import { CommandList } from './command-list';
import { matchCommands } from './command-match';
import type { CommandGroup, CommandItem, CommandSearch, NavGroup } from './shell-types';
import { useCommandSearch } from './use-command-search';

interface CommandMenuProps {
  open: boolean;
  onClose: () => void;
  nav: readonly NavGroup[];
  commands: readonly CommandGroup[];
  search?: CommandSearch;
}

/** Go anywhere, do anything one may, without leaving the keyboard. */
export function CommandMenu({ open, onClose, ...rest }: CommandMenuProps) {
  const titleId = useId();
  return (
    <Modal
      open={open}
      onClose={onClose}
      labelledBy={titleId}
      className="enter-rise mt-[min(12vh,8rem)] w-[calc(100%-2rem)] max-w-xl overflow-hidden rounded-xl border border-border shadow-overlay"
    >
      <CommandPanel titleId={titleId} onClose={onClose} {...rest} />
    </Modal>
  );
}

/** Mounted anew at each opening: an old query never lingers. */
function CommandPanel({
  titleId,
  onClose,
  nav,
  commands,
  search,
}: Omit<CommandMenuProps, 'open'> & { titleId: string }) {
  const t = useTranslations('shell');
  const router = useRouter();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const found = useCommandSearch(query, search);
  const goTo = t('command.goTo');
  const groups = useMemo(
    () => [...matchCommands([...commands, navGroup(nav, goTo)], query), ...found.groups],
    [commands, nav, goTo, query, found.groups],
  );
  const items = groups.flatMap((group) => group.items);
  const index = Math.min(place, Math.max(0, items.length - 1));

  function choose(item: CommandItem) {
    onClose();
    if (item.kind === 'link') router.push(item.href);
    else void item.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const chosen = items[index];
    if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'ArrowDown') setPlace((index + 1) % Math.max(1, items.length));
    else if (event.key === 'ArrowUp') setPlace((index - 1 + items.length) % Math.max(1, items.length));
    else return;
    event.preventDefault();
  }

  return (
    <>
      <h2 id={titleId} className="sr-only">
        {t('command.title')}
      </h2>
      <div className="flex h-12 items-center gap-2.5 border-b border-border px-4">
        <span className="text-subtle">
          {found.busy ? <Spinner /> : <Search aria-hidden="true" className="size-4" />}
        </span>
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={items[index] ? `${listId}-${index}` : undefined}
          aria-label={t('command.title')}
          placeholder={t('command.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-md outline-none"
        />
      </div>
      <CommandList
        id={listId}
        label={t('command.title')}
        groups={groups}
        index={index}
        onPlace={setPlace}
        onChoose={choose}
      />
      <p role="status" className={items.length === 0 && !found.busy ? 'px-4 py-8 text-center text-muted' : 'sr-only'}>
        {items.length === 0 && !found.busy ? t('command.none', { query }) : t('command.count', { count: items.length })}
      </p>
    </>
  );
}

function navGroup(nav: readonly NavGroup[], label: string): CommandGroup {
  return {
    label,
    items: nav.flatMap((group) =>
      group.items.map((item) => ({
        kind: 'link' as const,
        id: `go-${item.href}`,
        label: item.label,
        hint: group.label,
        icon: item.icon,
        href: item.href,
      })),
    ),
  };
}
