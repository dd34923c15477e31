'use client';

import { useId, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from './icon-button';
import { Modal } from './modal';

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** Rises from the lower edge: filters, choices and previews on a phone. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const t = useTranslations('ui');
  const titleId = useId();
  return (
    <Modal
      open={open}
      onClose={onClose}
      labelledBy={titleId}
      className="enter-up mb-0 max-h-[85dvh] w-full max-w-2xl rounded-t-xl border border-b-0 border-border shadow-overlay"
    >
      <header className="sticky top-0 flex items-center gap-3 border-b border-border bg-raised py-2 pr-2 pl-4">
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-md font-semibold">
          {title}
        </h2>
        <IconButton label={t('dialog.close')} icon={<X aria-hidden="true" />} onClick={onClose} />
      </header>
      <div className="p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{children}</div>
    </Modal>
  );
}
