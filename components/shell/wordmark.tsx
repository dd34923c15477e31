/** Portico's mark: a gable on three columns, drawn on a 16-unit grid in the colour of the text around it. */
export function PorticoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={className ?? 'size-5'} fill="currentColor">
      <path d="M8 1.25 15 5.5v1.25H1V5.5z" />
      <path d="M2.5 8H4.5v5h-2zM7 8h2v5H7zM11.5 8h2v5h-2z" />
      <path d="M1 14h14v1.25H1z" />
    </svg>
  );
}

export function Wordmark({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 text-md font-semibold tracking-tight">
      <PorticoMark className="size-5 text-accent" />
      <span className="truncate">{name}</span>
    </span>
  );
}
