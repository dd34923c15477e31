'use client';

import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { LinkButton } from '@/components/ui/link-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TenantDetail } from '@/lib/features/tenants/tenant-by-slug';
import type { Display } from './tenant-types';

/** Above every part of a tenant that is not in ordinary service. */
export function TenantNotice({ tenant, display }: { tenant: TenantDetail; display: Display }) {
  const t = useTranslations('tenant');
  if (tenant.status === 'provisioning') {
    return (
      <Callout
        tone="info"
        title={t('provisioningNotice.title')}
        action={<LinkButton href={`/tenants/${tenant.slug}/provisioning`}>{t('provisioningNotice.action')}</LinkButton>}
      >
        {t('provisioningNotice.text')}
      </Callout>
    );
  }
  if (tenant.status !== 'suspended') return null;
  return (
    <Callout tone="warning">
      {tenant.suspendedAt !== null && (
        <p className="font-medium">
          {t.rich('suspended.title', { when: () => <RelativeTime at={tenant.suspendedAt ?? ''} {...display} /> })}
        </p>
      )}
      <p>{t('suspended.text')}</p>
      {tenant.suspensionReason !== null && <p>{t('suspended.reason', { reason: tenant.suspensionReason })}</p>}
    </Callout>
  );
}
