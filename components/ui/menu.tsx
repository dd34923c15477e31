'use client';

import { useId, useRef, useState, type ReactNode } from 'react';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { buttonStyle, type ButtonVariant } from './button-style';
import { MenuList } from './menu-list';

export type MenuEntry =
  | {
      kind: 'action';
      id: string;
      label: string;
      onSelect: () => void;
      icon?: ReactNode;
      danger?: boolean;
      disabled?: boolean;
    }
  | { kind: 'link'; id: string; label: string; href: string; icon?: ReactNode; external?: boolean }
  | { kind: 'check'; id: string; label: string; checked: boolean; onSelect: () => void; icon?: ReactNode }
  | { kind: 'note'; id: string; content: ReactNode }
  | { kind: 'separator'; id: string };

type MenuProps = {
  /** A function is asked when the menu opens: a list of a hundred rows has a hundred menus, of which one is opened. */
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  align?: 'start' | 'end';
  disabled?: boolean;
} & (
  | { trigger: 'more'; label: string }
  | { trigger: 'button'; label: string; variant?: ButtonVariant; icon?: ReactNode }
  | { trigger: 'custom'; label: string; content: ReactNode; className?: string }
);

/** A button with a list of actions. Follows the ARIA menu-button pattern: arrows, Home, End, type-ahead, Escape. */
export function Menu(props: MenuProps) {
  const { entries, align = 'end', disabled } = props;
  const t = useTranslations('ui');
  const [open, setOpen] = useState<false | 'first' | 'last'>(false);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  return (
    <>
      <button
        ref={button}
        type="button"
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open !== false}
        aria-controls={open ? menuId : undefined}
        aria-label={props.trigger === 'button' ? undefined : props.label || t('menu.more')}
        title={props.trigger === 'more' ? props.label : undefined}
        className={triggerStyle(props)}
        onPointerDown={(event) => open && event.preventDefault()}
        onClick={() => setOpen(open ? false : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {triggerContent(props)}
      </button>
      {open && (
        <MenuList
          id={menuId}
          label={props.label}
          entries={typeof entries === 'function' ? entries() : entries}
          align={align}
          anchor={button}
          start={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function triggerStyle(props: MenuProps): string | undefined {
  if (props.trigger === 'custom') return clsx('text-start', props.className);
  if (props.trigger === 'more') return 'more-button';
  return buttonStyle(props.variant ?? 'secondary', 'aria-expanded:bg-hover');
}

function triggerContent(props: MenuProps): ReactNode {
  if (props.trigger === 'custom') return props.content;
  if (props.trigger === 'more') return <Dots />;
  return (
    <>
      {props.icon}
      {props.label}
    </>
  );
}

/** lucide's ellipsis as one path: a table has one in every row. */
function Dots() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 12h.01M12 12h.01M19 12h.01" />
    </svg>
  );
}
