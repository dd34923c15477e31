'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';

/** Head of the pages about the site. */
export function SiteTabs({ description, action }: { description?: string; action?: ReactNode }) {
  const t = useTranslations('pages');
  return (
    <PageHeader
      title={t('title')}
      description={description}
      action={action}
      tabs={
        <LinkTabs
          label={t('tabs.label')}
          tabs={[
            { href: '/site', label: t('tabs.pages') },
            { href: '/site/navigation', label: t('tabs.navigation') },
            { href: '/site/announcements', label: t('tabs.announcements') },
            { href: '/site/settings', label: t('tabs.settings') },
          ]}
        />
      }
    />
  );
}
