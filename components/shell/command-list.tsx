'use client';

import { useEffect, useRef } from 'react';
import clsx from 'clsx';
import { CornerDownLeft } from 'lucide-react';
import { ICONS } from './icons';
import type { CommandGroup, CommandItem } from './shell-types';

interface CommandListProps {
  id: string;
  label: string;
  groups: readonly CommandGroup[];
  index: number;
  onPlace: (index: number) => void;
  onChoose: (item: CommandItem) => void;
}

export function CommandList({ id, label, groups, index, onPlace, onChoose }: CommandListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index, groups]);
  let position = -1;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="max-h-[min(24rem,60dvh)] overflow-y-auto overscroll-contain p-2 empty:hidden"
    >
      {groups.map((group) => (
        <div key={group.label} role="group" aria-label={group.label} className="not-first:mt-2">
          <p aria-hidden="true" className="flex h-7 items-center px-2 text-xs font-medium text-subtle">
            {group.label}
          </p>
          {group.items.map((item) => {
            position += 1;
            const own = position;
            return (
              <CommandRow
                key={item.id}
                id={`${id}-${own}`}
                item={item}
                active={own === index}
                onMove={() => onPlace(own)}
                onChoose={() => onChoose(item)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function CommandRow({
  id,
  item,
  active,
  onMove,
  onChoose,
}: {
  id: string;
  item: CommandItem;
  active: boolean;
  onMove: () => void;
  onChoose: () => void;
}) {
  const Icon = item.icon === undefined ? null : ICONS[item.icon];
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onPointerMove={active ? undefined : onMove}
      onClick={onChoose}
      className={clsx(
        'flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 text-start select-none',
        active && 'forced-border bg-hover',
      )}
    >
      {Icon && <Icon aria-hidden="true" className="size-4 shrink-0 text-subtle" strokeWidth={1.75} />}
      <span className="min-w-0 truncate">{item.label}</span>
      {item.hint !== undefined && <span className="min-w-0 flex-1 truncate text-sm text-subtle">{item.hint}</span>}
      {active && (
        <CornerDownLeft aria-hidden="true" className="rtl:-scale-x-100 ms-auto size-3.5 shrink-0 text-subtle" />
      )}
    </button>
  );
}
