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
    value: (value: string | number | boolean | null) => {
      if (value === null || value === '') return t('panel.nothing');
      return value === '[secret]' ? t('panel.secret') : String(value);
    },
    /** A visitor has no name; everybody else's stands in the event. */
    actor: (event: { actorType: string; actorLabel: string }) =>
      event.actorType === 'visitor' ? t('visitor') : withoutAddress(event.actorLabel),
  };
}

/** `Ada Lovelace <ada@example.com>` → `Ada Lovelace`. */
export function withoutAddress(label: string): string {
  return label.replace(/ <[^<>]+>$/, '');
}
