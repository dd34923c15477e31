'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import clsx from 'clsx';

interface ModalProps {
  open: boolean;
  onClose: () => void;
  labelledBy: string;
  describedBy?: string;
  role?: 'dialog' | 'alertdialog';
  /** While work that must not be lost is under way, Escape and a press outside do nothing. */
  locked?: boolean;
  className?: string;
  children: ReactNode;
}

/** The platform's own modal dialog: focus stays inside, the page behind is inert, Escape closes, focus returns. */
export function Modal({
  open,
  onClose,
  labelledBy,
  describedBy,
  role,
  locked = false,
  className,
  children,
}: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && !locked) onClose();
      }}
      className={clsx('m-auto overscroll-contain bg-raised p-0 text-base text-text', className)}
    >
      {open && children}
    </dialog>
  );
}
