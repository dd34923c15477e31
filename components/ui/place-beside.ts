export type Side = 'top' | 'bottom' | 'right';
export type Align = 'start' | 'center' | 'end';

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 4;
const EDGE = 8;

/** Where a floating box goes: beside its anchor, flipped when there is no room, and always inside the viewport. */
export function placeBeside(
  anchor: Box,
  float: { width: number; height: number },
  view: { width: number; height: number },
  side: Side,
  align: Align,
): { left: number; top: number } {
  if (side === 'right') {
    return within(
      { left: anchor.left + anchor.width + GAP, top: anchor.top + (anchor.height - float.height) / 2 },
      float,
      view,
    );
  }
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - float.height - GAP;
  const fitsBelow = below + float.height <= view.height - EDGE;
  const fitsAbove = above >= EDGE;
  const top = side === 'bottom' ? (fitsBelow || !fitsAbove ? below : above) : fitsAbove || !fitsBelow ? above : below;
  return within({ left: anchor.left + (anchor.width - float.width) * SHARE[align], top }, float, view);
}

const SHARE: Record<Align, number> = { start: 0, center: 0.5, end: 1 };

function within(
  at: { left: number; top: number },
  float: { width: number; height: number },
  view: { width: number; height: number },
) {
  return {
    left: Math.max(EDGE, Math.min(at.left, view.width - float.width - EDGE)),
    top: Math.max(EDGE, Math.min(at.top, view.height - float.height - EDGE)),
  };
}
