'use client';

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { blockOf, dropPlace, dropRow, type DropPlace, type Row } from './navigation-rows';

interface RowDrag {
  isActive: boolean;
  /** Whether the row is the one that is held, or stands below it. */
  isHeld: (index: number) => boolean;
  /** How far a row is from its place while another is held: the held one follows the pointer, the others make room. */
  transformOf: (index: number) => string | undefined;
  /** The level at which a row would be if it were let go now. */
  nestedAt: (index: number) => boolean;
  handlesOf: (key: string) => HandleProps;
}

interface HandleProps {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: () => void;
}

/** What was measured when the row was taken, and where it is now. Vertical places are those of the document. */
interface Held {
  key: string;
  edges: readonly { top: number; bottom: number }[];
  from: { x: number; y: number };
  moved: number;
  place: DropPlace;
}

/** A row of a navigation dragged by mouse, pen or finger. Nothing changes before it is let go; Escape takes it back. */
export function useRowDrag(
  list: RefObject<HTMLUListElement | null>,
  rows: readonly Row[],
  onChange: (rows: Row[]) => void,
): RowDrag {
  const [held, setHeld] = useState<Held | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const isActive = held !== null;
  const block = held === null ? { start: -1, length: 0 } : blockOf(rows, held.key);
  const isHeld = (index: number): boolean => index >= block.start && index < block.start + block.length;

  /** The held row where the pointer is now, over a page that may have scrolled under it. */
  function here(from: Held): Held {
    const moved = pointer.current.y + window.scrollY - from.from.y;
    const inward = inwards(list.current, pointer.current.x - from.from.x);
    return { ...from, moved, place: placeFor(rows, from, moved, inward) };
  }

  function follow() {
    if (held !== null) setHeld(here(held));
  }

  const following = useRef(follow);
  useEffect(() => {
    following.current = follow;
  });

  useEffect(() => {
    if (!isActive) return;
    let frame = requestAnimationFrame(function scroll() {
      const step = scrollStep(pointer.current.y);
      if (step !== 0) {
        window.scrollBy(0, step);
        following.current();
      }
      frame = requestAnimationFrame(scroll);
    });
    const takeBack = (event: KeyboardEvent) => event.key === 'Escape' && setHeld(null);
    window.addEventListener('keydown', takeBack);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', takeBack);
    };
  }, [isActive]);

  return {
    isActive,
    isHeld,
    transformOf: (index) => {
      if (held === null) return undefined;
      const by = isHeld(index) ? held.moved : roomAt(held, block, index);
      return by === 0 ? undefined : `translateY(${by}px)`;
    },
    nestedAt: (index) => (held !== null && index === block.start ? held.place.nested : rows[index]?.nested === true),
    handlesOf: (key) => ({
      onPointerDown: (event) => {
        if (event.button !== 0 || !list.current) return;
        // Else the mouse would select the text that it passes.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        pointer.current = { x: event.clientX, y: event.clientY };
        const edges = [...list.current.children].map((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return { top: top + window.scrollY, bottom: bottom + window.scrollY };
        });
        const { start } = blockOf(rows, key);
        const place = { before: start, nested: start > 0 && rows[start]?.nested === true };
        setHeld({ key, edges, from: { x: event.clientX, y: event.clientY + window.scrollY }, moved: 0, place });
      },
      onPointerMove: (event) => {
        pointer.current = { x: event.clientX, y: event.clientY };
        follow();
      },
      onPointerUp: (event) => {
        pointer.current = { x: event.clientX, y: event.clientY };
        if (held !== null) onChange(dropRow(rows, key, here(held).place));
        setHeld(null);
      },
      onPointerCancel: () => setHeld(null),
    }),
  };
}

/** As wide as the margin of a row that stands below another. */
const INDENT = 32;
/** So near to the edge of the window the page scrolls. */
const EDGE = 56;

/** Another row is passed once the edge of the held one that goes ahead is beyond its middle. */
function placeFor(rows: readonly Row[], { key, edges }: Held, moved: number, inward: number): DropPlace {
  const { start, length } = blockOf(rows, key);
  const ahead = { top: (edges[start]?.top ?? 0) + moved, bottom: (edges[start + length - 1]?.bottom ?? 0) + moved };
  const passed = edges.filter(({ top, bottom }, index) => {
    if (index >= start && index < start + length) return false;
    return (index < start ? ahead.top : ahead.bottom) > (top + bottom) / 2;
  });
  const wasNested = rows[start]?.nested === true;
  return dropPlace(rows, key, { before: passed.length, nested: inward > (wasNested ? -INDENT / 2 : INDENT / 2) });
}

/** Towards the inner level, whichever way the page is read. */
function inwards(element: Element | null, across: number): number {
  return element !== null && getComputedStyle(element).direction === 'rtl' ? -across : across;
}

function roomAt({ edges, place }: Held, { start, length }: { start: number; length: number }, index: number): number {
  const [first, last] = [edges[start], edges[start + length - 1]];
  if (!first || !last) return 0;
  const [one, two] = edges;
  const gap = one && two ? two.top - one.bottom : 0;
  const extent = last.bottom - first.top + gap;
  if (index < start) return index >= place.before ? extent : 0;
  return index - length < place.before ? -extent : 0;
}

function scrollStep(y: number): number {
  if (y < EDGE) return -Math.ceil((EDGE - y) / 4);
  return y > window.innerHeight - EDGE ? Math.ceil((y - window.innerHeight + EDGE) / 4) : 0;
}
