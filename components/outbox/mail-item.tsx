'use client';

import clsx from 'clsx';
import { RelativeTime } from '@/components/ui/relative-time';
import type { OutboxEntry } from '@/lib/features/outbox/schema';

interface MailItemProps {
  mail: OutboxEntry;
  display: { locale: string; timeZone: string; now: string };
  current: boolean;
  onChoose: () => void;
}

export function MailItem({ mail, display, current, onChoose }: MailItemProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        onClick={onChoose}
        className={clsx(
          'grid w-full gap-0.5 px-4 py-2.5 text-start focus-visible:-outline-offset-2',
          current ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
      >
        <span className="flex min-w-0 items-baseline justify-between gap-3">
          <span className="truncate font-medium">{mail.to}</span>
          <span className="shrink-0 text-sm text-muted">
            <RelativeTime at={mail.writtenAt} {...display} />
          </span>
        </span>
        <span className="truncate text-sm text-muted">{mail.subject}</span>
      </button>
    </li>
  );
}
