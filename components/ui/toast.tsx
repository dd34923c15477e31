'use client';

import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { ToastStack } from './toast-stack';

export interface Toast {
  id: number;
  tone: 'done' | 'problem';
  text: string;
  /** What to do next, or the reference id of a failure. */
  detail?: string;
  /** Takes the change back. Shown as "Undo"; the toast then stays longer. */
  undo?: () => void;
}

export interface ToastApi {
  done: (text: string, options?: { detail?: string; undo?: () => void }) => void;
  problem: (text: string, options?: { detail?: string }) => void;
}

const ToastContext = createContext<ToastApi | null>(null);

/** What just happened, in a word, without stopping anyone. Place once, around the page. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const api = useMemo<ToastApi>(() => {
    const show = (toast: Omit<Toast, 'id'>) => {
      const id = nextId.current++;
      setToasts((all) => [...all.slice(-2), { ...toast, id }]);
    };
    return {
      done: (text, options) => show({ tone: 'done', text, ...options }),
      problem: (text, options) => show({ tone: 'problem', text, ...options }),
    };
  }, []);
  return (
    <ToastContext value={api}>
      {children}
      <ToastStack toasts={toasts} onClose={close} />
    </ToastContext>
  );
}

export function useToast(): ToastApi {
  const api = useContext(ToastContext);
  if (!api) throw new Error('useToast needs a ToastProvider above it');
  return api;
}
