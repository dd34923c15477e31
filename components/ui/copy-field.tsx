import { CopyButton } from './copy-button';

interface CopyFieldProps {
  value: string;
  label: string;
  /** Records and keys are shown whole (`wrap`) where every character must be checked; else one line. */
  wrap?: boolean;
}

/** A machine-readable value in mono type with its copy button. */
export function CopyField({ value, label, wrap = false }: CopyFieldProps) {
  return (
    <div className="flex min-h-control max-w-full min-w-0 items-center gap-1 rounded-md border border-border bg-sunken pe-1 ps-2.5">
      <code
        className={wrap ? 'min-w-0 flex-1 py-1.5 break-all' : 'min-w-0 flex-1 truncate'}
        title={wrap ? undefined : value}
      >
        {value}
      </code>
      <CopyButton value={value} label={label} />
    </div>
  );
}
