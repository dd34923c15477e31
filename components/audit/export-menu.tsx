'use client';

import { useSearchParams } from 'next/navigation';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/menu';
import { exportFormats } from '@/lib/core/audit/schema';

/** Downloads what the filters in the address leave. */
export function ExportMenu() {
  const t = useTranslations('audit');
  const params = useSearchParams();
  return (
    <Menu
      trigger="button"
      label={t('export')}
      icon={<Download aria-hidden="true" />}
      entries={exportFormats.map((format) => ({
        kind: 'action',
        id: format,
        label: t(format === 'csv' ? 'exportCsv' : 'exportNdjson'),
        onSelect: () => {
          const query = new URLSearchParams(params);
          for (const name of ['cursor', 'hide']) query.delete(name);
          query.set('format', format);
          window.location.assign(`/api/portal/audit/export?${query.toString()}`);
        },
      }))}
    />
  );
}
