'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFloating } from './use-floating';
import type { Side } from './place-beside';

interface TooltipProps {
  text: string;
  side?: Side;
  /** Shows only inside an element that matches, such as a collapsed sidebar. */
  within?: string;
  children: ReactNode;
}

/**
 * Shows what the label of a control already says, or the exact form of a shortened value; never the only place of a fact.
 * Opens on hover and keyboard focus, closes on Escape, and can itself be hovered (WCAG 1.4.13).
 */
export function Tooltip({ text, side = 'bottom', within, children }: TooltipProps) {
  const wrapper = useRef<HTMLSpanElement>(null);
  const anchor = useRef<Element | null>(null);
  const float = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  useFloating({ open, anchor, float, side, align: 'center' });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);

  function later(next: boolean, waitMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      anchor.current = wrapper.current?.firstElementChild ?? null;
      setOpen(next && (within === undefined || wrapper.current?.closest(within) !== null));
    }, waitMs);
  }

  return (
    <span
      ref={wrapper}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && later(true, 400)}
      onPointerLeave={() => later(false, 80)}
      onPointerDown={() => later(false, 0)}
      onFocus={(event) => event.target.matches(':focus-visible') && later(true, 0)}
      onBlur={() => later(false, 0)}
    >
      {children}
      {open && (
        <span
          ref={float}
          popover="manual"
          aria-hidden="true"
          className="enter-rise forced-border fixed m-0 max-w-64 rounded-md bg-text px-2 py-1 text-xs font-medium wrap-anywhere text-surface"
        >
          {text}
        </span>
      )}
    </span>
  );
}
