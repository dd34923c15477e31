'use client';

import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { MenuItem } from './menu-item';
import type { MenuEntry } from './menu';
import { useFloating } from './use-floating';

interface MenuListProps {
  id: string;
  label: string;
  entries: readonly MenuEntry[];
  align: 'start' | 'end';
  anchor: RefObject<HTMLButtonElement | null>;
  start: 'first' | 'last';
  onClose: () => void;
}

export function MenuList({ id, label, entries, align, anchor, start, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  useFloating({ open: true, anchor, float: list, side: 'bottom', align });
  useEffect(() => {
    itemsOf(list.current)
      .at(start === 'first' ? 0 : -1)
      ?.focus();
  }, [start]);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (!(event.target instanceof Node)) return;
      if (!list.current?.contains(event.target) && !anchor.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [anchor, onClose]);

  function close() {
    anchor.current?.focus();
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Tab') return onClose();
    if (event.key === 'Escape') {
      // The menu may stand inside a dialog: Escape closes the innermost thing only.
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    const items = itemsOf(list.current);
    const current = items.findIndex((item) => item === document.activeElement);
    const next = targetOf(event.key, current, items.length) ?? typeAhead(event, items, current, typed.current);
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  }

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      popover="manual"
      onKeyDown={onKeyDown}
      className="floating enter-rise fixed m-0 max-h-[min(28rem,calc(100dvh-1rem))] max-w-[min(20rem,calc(100vw-1rem))] min-w-44 overflow-y-auto p-1"
    >
      {entries.map((entry) => (
        <MenuItem key={entry.id} entry={entry} onDone={close} />
      ))}
    </div>
  );
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return list ? Array.from(list.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')) : [];
}

function targetOf(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

function typeAhead(
  event: KeyboardEvent,
  items: HTMLElement[],
  current: number,
  typed: { text: string; at: number },
): number | undefined {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  typed.text = event.timeStamp - typed.at > 600 ? event.key.toLowerCase() : typed.text + event.key.toLowerCase();
  typed.at = event.timeStamp;
  const from = typed.text.length === 1 ? current + 1 : Math.max(current, 0);
  for (let step = 0; step < items.length; step += 1) {
    const index = (from + step) % items.length;
    if (items[index]?.textContent?.trim().toLowerCase().startsWith(typed.text)) return index;
  }
  return undefined;
}
