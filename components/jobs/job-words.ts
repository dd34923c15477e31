'use client';

import { useTranslations } from 'use-intl';
import type { Tone } from '@/components/ui/tone';
import type { JobState } from '@/lib/features/jobs/schema';

/** A job in words; one that has none yet goes by its own name. */
export function useTaskName(): (task: string) => string {
  const t = useTranslations('jobs') as unknown as { (key: string): string; has(key: string): boolean };
  return (task) => (t.has(`task.${task}`) ? t(`task.${task}`) : task);
}

export const stateTones: Record<JobState, Tone> = {
  failed: 'negative',
  retrying: 'warning',
  running: 'info',
  waiting: 'neutral',
  scheduled: 'neutral',
};
