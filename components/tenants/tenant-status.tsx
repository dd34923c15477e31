'use client';

import { useTranslations } from 'use-intl';
import { StatusBadge } from '@/components/ui/status-badge';
import type { Tone } from '@/components/ui/tone';
import type { TenantStatus as Status } from '@/lib/features/tenants/schema';

const tones: Record<Status, Tone> = {
  provisioning: 'info',
  active: 'positive',
  suspended: 'warning',
  archived: 'neutral',
  erased: 'neutral',
};

export function TenantStatus({ status }: { status: Status }) {
  const t = useTranslations('tenants');
  return <StatusBadge tone={tones[status]} label={t(`status.${status}`)} busy={status === 'provisioning'} />;
}
