'use client';

import { useEffect, useRef, useState } from 'react';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Toast } from './toast';

const SHOWN_MS = 5_000;
const SHOWN_WITH_UNDO_MS = 10_000;

interface ToastStackProps {
  toasts: readonly Toast[];
  onClose: (id: number) => void;
}

/** The live region exists from the start: screen readers announce only what changes inside a region they know. */
export function ToastStack({ toasts, onClose }: ToastStackProps) {
  const t = useTranslations('ui');
  const box = useRef<HTMLDivElement>(null);
  const newest = toasts.at(-1)?.id;
  useEffect(() => {
    // Reopening moves it above a dialog that was opened in between: the top layer stacks in order of opening.
    if (!box.current) return;
    if (box.current.matches(':popover-open')) box.current.hidePopover();
    if (newest !== undefined) box.current.showPopover();
  }, [newest]);
  return (
    <section aria-label={t('toast.region')} aria-live="polite">
      <div
        ref={box}
        popover="manual"
        className="fixed inset-auto end-4 bottom-4 m-0 grid w-[min(24rem,calc(100vw-2rem))] gap-2 overflow-visible bg-transparent p-0 pb-[env(safe-area-inset-bottom)] not-open:hidden"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => onClose(toast.id)} />
        ))}
      </div>
    </section>
  );
}

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const t = useTranslations('ui');
  const [held, setHeld] = useState(false);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    // A problem stays until it is read and closed: there may be something in it to copy.
    if (held || toast.tone === 'problem') return;
    const timer = setTimeout(() => close.current(), toast.undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.tone, toast.undo]);
  const Icon = toast.tone === 'problem' ? CircleAlert : CircleCheck;
  return (
    <div
      role={toast.tone === 'problem' ? 'alert' : undefined}
      className="floating enter-rise flex items-start gap-2.5 py-2 pe-2 ps-3"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon
        aria-hidden="true"
        className={
          toast.tone === 'problem' ? 'mt-1 size-4 shrink-0 text-negative' : 'mt-1 size-4 shrink-0 text-positive'
        }
      />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="wrap-anywhere">{toast.text}</p>
        {toast.detail !== undefined && <p className="text-sm wrap-anywhere text-muted">{toast.detail}</p>}
      </div>
      {toast.undo && (
        <button
          type="button"
          className="min-h-6 rounded-sm px-2 font-medium text-accent-text hover:bg-hover"
          onClick={() => {
            toast.undo?.();
            onClose();
          }}
        >
          {t('toast.undo')}
        </button>
      )}
      <button
        type="button"
        aria-label={t('toast.close')}
        onClick={onClose}
        className="grid size-6 shrink-0 place-items-center rounded-sm text-subtle hover:bg-hover hover:text-text"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </div>
  );
}
