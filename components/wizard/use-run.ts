'use client';

import { useQuery } from '@tanstack/react-query';
import { runSchema, type Run } from '@/lib/workflows/provisioning/schema';

const POLL_MS = 200;

export function isFinished(run: Run | undefined): boolean {
  return run?.status === 'completed' || run?.status === 'rolled_back';
}

/** A run as it goes on, asked for five times a second until it has ended. */
export function useRun(runId: string): { run: Run | undefined; missing: boolean; failed: boolean } {
  const { data, error } = useQuery({
    queryKey: ['provisioning', runId],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/console/provisioning/${encodeURIComponent(runId)}`, { signal });
      if (!response.ok) throw new RunUnreadable(response.status);
      return runSchema.parse(await response.json());
    },
    retry: false,
    refetchInterval: ({ state }) =>
      isFinished(state.data) || isMissing(state.error) ? false : state.error ? 1_000 : POLL_MS,
    refetchIntervalInBackground: true,
  });
  return { run: data, missing: isMissing(error), failed: error !== null };
}

class RunUnreadable extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

function isMissing(error: Error | null): boolean {
  return error instanceof RunUnreadable && (error.status === 404 || error.status === 400);
}
