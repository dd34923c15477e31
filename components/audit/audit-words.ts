'use client';

import { useTranslations } from 'use-intl';

interface Words {
  (key: string): string;
  has(key: string): boolean;
}

/** Names of events, fields and values out of the catalogue; what it does not know is shown as it is stored. */
export function useAuditWords() {
  const t = useTranslations('audit') as unknown as Words;
  const known = (key: string, fallback: string): string => (t.has(key) ? t(key) : fallback);
  return {
    action: (action: string) => known(`action.${action.replaceAll('.', '_')}`, action),
    field: (field: string) => known(`field.${field}`, field),
    value: (field: string, value: string | number | boolean | null) => {
      if (value === null || value === '') return t('panel.nothing');
      if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
      if (value === '[secret]') return t('panel.secret');
      return named.has(field) ? known(`value.${field}.${value}`, String(value)) : String(value);
    },
    /** A visitor has no name; everybody else's stands in the event. */
    actor: (event: { actorType: string; actorLabel: string }) =>
      event.actorType === 'visitor' ? t('visitor') : withoutAddress(event.actorLabel),
  };
}

/** Fields whose values are words of ours; all others hold what somebody typed. */
const named: ReadonlySet<string> = new Set(['role', 'status', 'theme']);

/** `Ada Lovelace <ada@example.com>` → `Ada Lovelace`. */
export function withoutAddress(label: string): string {
  return label.replace(/ <[^<>]+>$/, '');
}
