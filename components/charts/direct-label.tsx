'use client';

interface DirectLabelProps {
  text: string;
  /** The index of the last point: only there the name is written. */
  last: number;
  color: string;
  index?: number;
  x?: number | string;
  y?: number | string;
}

/** A line's name at its end, in place of a legend. */
export function DirectLabel({ text, last, color, index, x, y }: DirectLabelProps) {
  if (index !== last || typeof x !== 'number' || typeof y !== 'number') return null;
  return (
    <text
      x={x + 8}
      y={y}
      dy="0.32em"
      fontSize={12}
      fontWeight={500}
      fill={`color-mix(in oklab, ${color} 70%, var(--text))`}
    >
      {text.length > 13 ? `${text.slice(0, 12)}…` : text}
    </text>
  );
}
