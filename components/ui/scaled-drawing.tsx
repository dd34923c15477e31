'use client';

import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import clsx from 'clsx';

interface ScaledDrawingProps {
  /** What a screen reader says of the picture. */
  label: string;
  /** Classes that give the drawing its width and height before it is scaled. */
  canvas: string;
  /** Classes that give the frame the same shape. */
  frame: string;
  children: ReactNode;
}

/**
 * A page drawn at its real size and scaled to the room that there is. The frame has its shape from the first paint, so nothing moves,
 * whatever is drawn in it. Nothing in it can be pressed.
 */
export function ScaledDrawing({ label, canvas, frame, children }: ScaledDrawingProps) {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState<number>();
  useLayoutEffect(() => {
    const [room, drawing] = [outer.current, inner.current];
    if (!room || !drawing) return;
    const measure = () => {
      if (drawing.offsetWidth > 0) setScale(room.clientWidth / drawing.offsetWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(room);
    observer.observe(drawing);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={outer}
      role="img"
      aria-label={label}
      className={clsx('relative overflow-hidden rounded-lg border border-border bg-raised', frame)}
    >
      <div
        ref={inner}
        inert
        style={scale === undefined ? { visibility: 'hidden' } : { transform: `scale(${scale})` }}
        className={clsx('absolute start-0 top-0 origin-top-left rtl:origin-top-right', canvas)}
      >
        {children}
      </div>
    </div>
  );
}
