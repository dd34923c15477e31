'use client';

import { useEffect, useRef, useState } from 'react';
import clsx from 'clsx';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { copyText } from './copy-text';

interface CopyButtonProps {
  value: string;
  /** What is copied, such as "API key": becomes "Copy API key". */
  label: string;
  className?: string;
}

export function CopyButton({ value, label, className }: CopyButtonProps) {
  const t = useTranslations('ui');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    setState((await copyText(value)) ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 2_000);
  }

  return (
    <>
      <button
        type="button"
        title={t('copy.action', { what: label })}
        aria-label={t('copy.action', { what: label })}
        onClick={copy}
        className={clsx(
          'inline-grid size-6 shrink-0 place-items-center rounded-sm text-subtle transition-colors hover:bg-hover hover:text-text',
          className,
        )}
      >
        {state === 'copied' ? (
          <Check aria-hidden="true" className="size-3.5 text-positive-text" />
        ) : (
          <Copy aria-hidden="true" className="size-3.5" />
        )}
      </button>
      <span role="status" className="sr-only">
        {state === 'copied' && t('copy.done')}
        {state === 'failed' && t('copy.failed')}
      </span>
    </>
  );
}
