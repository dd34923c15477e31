'use client';

import { useTranslations } from 'use-intl';
import { KeyValueList, type KeyValueItem } from '@/components/ui/key-value';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { StepsProgress, type ProgressStep } from '@/components/ui/steps-progress';
import type { Tone } from '@/components/ui/tone';
import type { ProvisioningRecord } from '@/lib/features/tenants/provisioning-record';
import type { Display } from './tenant-types';

type Step = ProvisioningRecord['steps'][number];

const tones: Record<ProvisioningRecord['status'], Tone> = {
  queued: 'info',
  running: 'info',
  completed: 'positive',
  rolling_back: 'warning',
  rolled_back: 'negative',
};

const states: Record<Step['status'], ProgressStep['state']> = {
  pending: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  compensated: 'undone',
};

export function ProvisioningView({ record, display }: { record: ProvisioningRecord; display: Display }) {
  const t = useTranslations('tenant');
  const words = t as unknown as { (key: string): string; has(key: string): boolean };
  const steps = record.steps.map((step) => ({
    id: step.name,
    label: words.has(`provisioning.step.${step.name}`) ? words(`provisioning.step.${step.name}`) : step.name,
    state: states[step.status],
    ms: step.ms ?? undefined,
    note: step.error ?? (step.attempts > 1 ? t('provisioning.attempts', { count: step.attempts }) : undefined),
  }));
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <StepsProgress label={t('provisioning.steps')} steps={steps} />
      <Facts record={record} display={display} />
    </div>
  );
}

function Facts({ record, display }: { record: ProvisioningRecord; display: Display }) {
  const t = useTranslations('tenant');
  const items: KeyValueItem[] = [
    {
      label: t('hosts.status'),
      value: <StatusBadge tone={tones[record.status]} label={t(`provisioning.status.${record.status}`)} />,
    },
    { label: t('provisioning.requestedBy'), value: record.requestedBy },
    { label: t('provisioning.requestedAt'), value: <RelativeTime at={record.createdAt} {...display} /> },
  ];
  if (record.finishedAt !== null) {
    items.push({ label: t('provisioning.finishedAt'), value: <RelativeTime at={record.finishedAt} {...display} /> });
    const ms = record.steps.reduce((sum, step) => sum + (step.ms ?? 0), 0);
    items.push({ label: t('provisioning.took'), value: milliseconds(ms, display.locale) });
  }
  return <KeyValueList items={items} />;
}

function milliseconds(ms: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond' }).format(ms);
}
