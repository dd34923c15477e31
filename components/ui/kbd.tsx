/** Keys as they are printed on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-border bg-sunken px-1 text-xs text-muted">
      {children}
    </kbd>
  );
}
