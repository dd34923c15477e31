'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { FileDrop } from './file-drop';
import { Spinner } from './spinner';

interface PictureFieldProps {
  id: string;
  title: string;
  /** What to do, such as "Choose a logo". */
  label: string;
  /** The rules, or what is known of the picture that is there. */
  hint: string;
  onFile: (file: File) => void;
  isSending: boolean;
  /** What went wrong, in a sentence. */
  problem: string | undefined;
  /** Told to screen readers as it changes: that the picture is on its way, and that it came. */
  status: string;
  /** The picture, small, beside the words. */
  thumbnail?: ReactNode;
  /** The picture, large, above them. */
  large?: ReactNode;
  /** Where there is a picture. */
  remove?: { text: string; label?: string; onRemove: () => void };
  /** Beside the title, where there is nothing to remove. */
  aside?: string;
  help?: string;
}

/** A picture to be chosen, looked at, replaced and removed. What becomes of the file is the caller's. */
export function PictureField({
  id,
  title,
  label,
  hint,
  onFile,
  isSending,
  problem,
  status,
  thumbnail,
  large,
  remove,
  aside,
  help,
}: PictureFieldProps) {
  const helpId = help === undefined ? undefined : `${id}-help`;
  return (
    <div role="group" aria-labelledby={`${id}-label`} className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <span id={`${id}-label`} className="font-medium">
          {title}
        </span>
        {remove ? (
          <Button variant="ghost" aria-label={remove.label} className="h-6! px-1.5! text-sm" onClick={remove.onRemove}>
            {remove.text}
          </Button>
        ) : (
          aside !== undefined && <span className="text-sm text-muted">{aside}</span>
        )}
      </div>
      {large}
      <FileDrop
        id={id}
        label={label}
        hint={hint}
        accept={PICTURE_FILES}
        disabled={isSending}
        onFile={onFile}
        preview={isSending ? <Spinner /> : thumbnail}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? helpId : `${id}-error`}
      />
      {problem !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-sm wrap-anywhere text-negative-text">
          {problem}
        </p>
      )}
      {help !== undefined && (
        <p id={helpId} className="text-sm text-muted">
          {help}
        </p>
      )}
      <p role="status" className="sr-only">
        {status}
      </p>
    </div>
  );
}

/** What the server can read (lib/platform/images). */
const PICTURE_FILES = 'image/png,image/svg+xml,image/jpeg,image/webp,image/gif,image/avif';
