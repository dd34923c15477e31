'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AuditEventRow } from '@/lib/core/audit/schema';

interface ActivityListProps {
  events: readonly AuditEventRow[];
  display: { locale: string; timeZone: string; now: string };
}

/** The latest events of the audit log, in sentences. */
export function ActivityList({ events, display }: ActivityListProps) {
  const t = useTranslations('dashboard');
  const sentence = useSentence();
  if (events.length === 0) return <p className="text-muted">{t('activity.none')}</p>;
  return (
    <ol className="grid gap-4">
      {events.map((event) => (
        <li key={event.id} className="flex items-start gap-3">
          <Avatar name={nameOf(event)} />
          <p className="min-w-0 flex-1 pt-0.5 wrap-anywhere text-muted">{sentence(event)}</p>
          <span className="shrink-0 pt-0.5 text-sm text-subtle">
            <RelativeTime at={event.at} {...display} />
          </span>
        </li>
      ))}
    </ol>
  );
}

interface RichWords {
  (key: string): string;
  has(key: string): boolean;
  rich(key: string, values: Record<string, string | ((chunks: ReactNode) => ReactNode)>): ReactNode;
}

function useSentence() {
  const t = useTranslations('audit') as unknown as RichWords;
  const strong = (chunks: ReactNode) => <span className="font-medium text-text">{chunks}</span>;
  return (event: AuditEventRow): ReactNode => {
    const key = `sentence.${event.action.replaceAll('.', '_')}`;
    if (!t.has(key)) return event.action;
    const actor = event.actorType === 'visitor' ? t('visitor') : nameOf(event);
    return t.rich(key, { actor, target: event.targetLabel ?? '', who: strong, what: strong });
  };
}

/** `Ada Lovelace <ada@example.com>` → `Ada Lovelace`. */
function nameOf(event: AuditEventRow): string {
  return event.actorLabel.replace(/ <[^<>]+>$/, '');
}
