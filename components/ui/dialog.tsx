'use client';

import { useId, type ReactNode } from 'react';
import clsx from 'clsx';
import { Modal } from './modal';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  role?: 'dialog' | 'alertdialog';
  locked?: boolean;
  wide?: boolean;
  children?: ReactNode;
  /** The buttons: the least harmful first, the one that acts last. Left out when `children` is a form with its own. */
  footer?: ReactNode;
}

/** A question that has to be answered before going on. Work that needs room belongs on a page. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  role,
  locked,
  wide = false,
  children,
  footer,
}: DialogProps) {
  const titleId = useId();
  const descriptionId = useId();
  return (
    <Modal
      open={open}
      onClose={onClose}
      role={role}
      locked={locked}
      labelledBy={titleId}
      describedBy={description === undefined ? undefined : descriptionId}
      className={clsx(
        'enter-rise max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] rounded-xl border border-border shadow-overlay',
        wide ? 'max-w-2xl' : 'max-w-md',
      )}
    >
      <div className="grid gap-4 p-5">
        <div className="grid gap-1">
          <h2 id={titleId} className="text-md font-semibold wrap-anywhere">
            {title}
          </h2>
          {description !== undefined && (
            <div id={descriptionId} className="wrap-anywhere text-muted">
              {description}
            </div>
          )}
        </div>
        {children}
        {footer !== undefined && <div className="flex flex-wrap-reverse justify-end gap-2">{footer}</div>}
      </div>
    </Modal>
  );
}
