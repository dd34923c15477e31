'use client';

import { useState, type ReactNode } from 'react';
import clsx from 'clsx';
import { Upload } from 'lucide-react';
import { useTranslations } from 'use-intl';

interface FileDropProps {
  id?: string;
  name?: string;
  /** What to choose, such as "Choose a logo". */
  label: string;
  /** The rules: kinds, largest size. */
  hint: string;
  /** As in the accept attribute, such as "image/png,image/svg+xml". */
  accept: string;
  onFile: (file: File) => void;
  /** What is there already. */
  preview?: ReactNode;
  disabled?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** A file by pressing, by keyboard or by dropping; the real input underneath does all three. */
export function FileDrop({ id, name, label, hint, accept, onFile, preview, disabled, ...aria }: FileDropProps) {
  const t = useTranslations('ui');
  const [over, setOver] = useState(false);
  return (
    <label
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
      className={clsx(
        'relative flex min-h-20 items-center gap-4 rounded-lg border border-dashed p-4 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        over ? 'border-accent bg-accent-soft' : 'border-border-strong hover:bg-hover',
        aria['aria-invalid'] && 'border-negative',
        disabled && 'opacity-55',
      )}
    >
      {preview ?? <Upload aria-hidden="true" className="size-5 shrink-0 text-subtle" />}
      <span className="min-w-0">
        <span className="block font-medium">{over ? t('file.drop') : label}</span>
        <span className="block text-sm text-muted">{hint}</span>
      </span>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file chosen again must count as a choice.
          if (name === undefined) event.target.value = '';
        }}
        className="absolute inset-0 opacity-0"
        {...aria}
      />
    </label>
  );
}
