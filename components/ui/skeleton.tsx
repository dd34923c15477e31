import clsx from 'clsx';

/** The shape of what is coming. Give it the size of the real thing, so that nothing jumps when it arrives. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'block animate-[shimmer_1.6s_ease-in-out_infinite] rounded-sm bg-border/70',
        className ?? 'h-4 w-full',
      )}
    />
  );
}

/** Lines of text to come, the last one shorter. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span aria-hidden="true" className="grid gap-2">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} className={index === lines - 1 ? 'h-3.5 w-2/3' : 'h-3.5 w-full'} />
      ))}
    </span>
  );
}
