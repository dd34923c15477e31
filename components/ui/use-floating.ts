'use client';

import { useLayoutEffect, type RefObject } from 'react';
import { placeBeside, type Align, type Side } from './place-beside';

interface Floating {
  open: boolean;
  anchor: RefObject<Element | null>;
  float: RefObject<HTMLElement | null>;
  side: Side;
  align: Align;
}

/**
 * Puts a `popover` element into the top layer beside its anchor and keeps it there while the page scrolls.
 * The top layer is why nothing can clip it and no z-index is needed.
 */
export function useFloating({ open, anchor, float, side, align }: Floating): void {
  useLayoutEffect(() => {
    const box = float.current;
    if (!open || !box) return;
    box.showPopover();
    const place = () => {
      if (!anchor.current) return;
      const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
      const at = placeBeside(
        anchor.current.getBoundingClientRect(),
        { width: box.offsetWidth, height: box.offsetHeight },
        view,
        side,
        align,
      );
      box.style.left = `${at.left}px`;
      box.style.top = `${at.top}px`;
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place, { passive: true });
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
      if (box.isConnected && box.matches(':popover-open')) box.hidePopover();
    };
  }, [open, anchor, float, side, align]);
}
