/** A colour as itself; its code stands beside it. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ backgroundColor: colour }}
      className="inline-block size-4 shrink-0 rounded-sm border border-border forced-color-adjust-none"
    />
  );
}
