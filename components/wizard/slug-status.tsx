'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Spinner } from '@/components/ui/spinner';
import type { SlugState } from './use-slug-check';

/** What is known of the short name, read out when it changes. A name that is not well-formed is the field's own error. */
export function SlugStatus({ slug, state }: { slug: string; state: SlugState }) {
  const t = useTranslations('wizard');
  const shown = slug === '' ? null : look(state);
  return (
    <p role="status" className="flex min-h-5 items-start gap-2 text-sm">
      {shown && (
        <>
          <span aria-hidden="true" className={`mt-0.5 ${shown.tone}`}>
            {shown.icon}
          </span>
          <span className={`min-w-0 wrap-anywhere ${shown.tone}`}>{t(`address.state.${shown.words}`, { slug })}</span>
        </>
      )}
    </p>
  );
}

function look(state: SlugState) {
  if (state.kind === 'checking') return { words: 'checking', tone: 'text-muted', icon: <Spinner /> } as const;
  if (state.kind === 'failed')
    return { words: 'failed', tone: 'text-warning-text', icon: <X className="size-4" /> } as const;
  const { state: found } = state.answer;
  if (found === 'invalid') return null;
  if (found === 'free')
    return { words: 'free', tone: 'text-positive-text', icon: <Check className="size-4" /> } as const;
  return { words: found, tone: 'text-negative-text', icon: <X className="size-4" /> } as const;
}
