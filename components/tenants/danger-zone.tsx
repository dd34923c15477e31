'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { mayResume, maySuspend } from '@/lib/features/tenants/rules';
import { StatusDialog } from './status-dialog';
import type { StatusActions, StatusTarget } from './tenant-types';

export function DangerZone({ tenant, actions }: { tenant: StatusTarget & { slug: string }; actions: StatusActions }) {
  const t = useTranslations('tenant');
  const [open, setOpen] = useState(false);
  const change = maySuspend(tenant.status) ? 'suspend' : mayResume(tenant.status) ? 'resume' : null;
  if (change === null) return null;
  // Its name is typed where everybody loses access; giving it back needs no such care.
  const request = { change, tenants: [tenant], typed: change === 'suspend' ? tenant.slug : undefined } as const;
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-0.5">
          <h2 className="font-semibold">{t(`danger.${change}Title`)}</h2>
          <p className="max-w-[68ch] text-muted">{t(`danger.${change}Text`)}</p>
        </div>
        <Button variant={change === 'suspend' ? 'danger' : 'secondary'} onClick={() => setOpen(true)}>
          {t(`danger.${change}`)}
        </Button>
      </div>
      <StatusDialog
        request={open ? request : null}
        actions={actions}
        onClose={() => setOpen(false)}
        onDone={() => undefined}
      />
    </Card>
  );
}
