'use client';

import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import type { SuperAdminRow } from '@/lib/features/super-admins/schema';
import { AddSuperAdminPanel } from './add-super-admin-panel';
import type { SuperAdminActions } from './super-admin-types';
import { SuperAdminsTable } from './super-admins-table';

interface SuperAdminsViewProps {
  people: readonly SuperAdminRow[];
  viewerId: string;
  display: { locale: string; timeZone: string; now: string };
  actions: SuperAdminActions;
}

export function SuperAdminsView({ people, viewerId, display, actions }: SuperAdminsViewProps) {
  const t = useTranslations('console');
  const [adding, setAdding] = useState(false);
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t('superAdmins.title')}
        tabs={
          <LinkTabs
            label={t('platformBrand.tabs')}
            tabs={[
              { href: '/settings', label: t('superAdmins.title') },
              { href: '/settings/branding', label: t('platformBrand.title') },
            ]}
          />
        }
        action={
          <Button variant="primary" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {t('superAdmins.add')}
          </Button>
        }
      />
      <Section title={t('superAdmins.section')} description={t('superAdmins.text')}>
        <SuperAdminsTable people={people} viewerId={viewerId} display={display} actions={actions} />
      </Section>
      <AddSuperAdminPanel open={adding} add={actions.add} onClose={() => setAdding(false)} />
    </div>
  );
}
