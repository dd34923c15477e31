'use client';

import { useId, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from './icon-button';
import { Modal } from './modal';

interface SidePanelProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  locked?: boolean;
  children: ReactNode;
  footer?: ReactNode;
}

/** A quick look or a short form beside the list it came from; fills the width of a phone. */
export function SidePanel({ open, onClose, title, description, locked, children, footer }: SidePanelProps) {
  const t = useTranslations('ui');
  const titleId = useId();
  return (
    <Modal
      open={open}
      onClose={onClose}
      locked={locked}
      labelledBy={titleId}
      className="enter-slide me-0 h-dvh max-h-none w-full max-w-lg border-s border-border shadow-overlay"
    >
      <div className="flex h-full flex-col">
        <header className="flex items-start gap-3 border-b border-border py-3 pe-3 ps-5">
          <div className="min-w-0 flex-1 py-1">
            <h2 id={titleId} className="text-md font-semibold wrap-anywhere">
              {title}
            </h2>
            {description !== undefined && <div className="text-muted">{description}</div>}
          </div>
          <IconButton label={t('dialog.close')} icon={<X aria-hidden="true" />} onClick={onClose} />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-5">{children}</div>
        {footer !== undefined && (
          <footer className="flex flex-wrap-reverse justify-end gap-2 border-t border-border px-5 py-3">
            {footer}
          </footer>
        )}
      </div>
    </Modal>
  );
}
